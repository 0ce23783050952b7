package headroom.redshift.cluster;

/// There is no cluster of this name any more.
public final class ClusterGone extends RuntimeException {
    public ClusterGone(String cluster) {
        super("There is no Redshift cluster named " + cluster + " in this account and region.");
    }
}
