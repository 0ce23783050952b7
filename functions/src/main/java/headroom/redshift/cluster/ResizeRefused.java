package headroom.redshift.cluster;

/// Redshift refuses the resize, and would refuse it again.
public final class ResizeRefused extends RuntimeException {
    public ResizeRefused(String message) {
        super(message);
    }
}
