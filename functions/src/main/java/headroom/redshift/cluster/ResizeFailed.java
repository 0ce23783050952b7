package headroom.redshift.cluster;

/// The resize was accepted, and the cluster did not reach the planned size.
public final class ResizeFailed extends RuntimeException {
    public ResizeFailed(String message) {
        super(message);
    }
}
