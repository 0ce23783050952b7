package headroom.redshift.cluster;

/// The cluster takes no writes and no change, and will not before a person does something about it.
/// Whatever waits for it, waits for nothing.
public final class ClusterUnusable extends RuntimeException {
    private ClusterUnusable(String message) {
        super(message);
    }

    static ClusterUnusable as(Cluster cluster, String last) {
        return new ClusterUnusable(
                "%s%s. It needs a person: %s."
                        .formatted(cluster.sentence(), last, cluster.condition().explanation()));
    }
}
