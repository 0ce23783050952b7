package headroom.redshift.drill;

/// Redshift restores no copy, and would refuse it again.
public final class RestoreRefused extends RuntimeException {
    public RestoreRefused(String message) {
        super(message);
    }
}
