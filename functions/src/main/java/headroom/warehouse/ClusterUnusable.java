package headroom.warehouse;

/// The cluster takes no writes, and will not before a person does something about it.
public final class ClusterUnusable extends RuntimeException {
    public ClusterUnusable(String message) {
        super(message);
    }
}
