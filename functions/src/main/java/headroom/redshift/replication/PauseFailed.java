package headroom.redshift.replication;

/// A task did not stop in the orderly way that a later resume needs.
public final class PauseFailed extends RuntimeException {
    public PauseFailed(String message) {
        super(message);
    }
}
