package headroom.redshift.cluster;

/// Redshift refuses a change because another is under way, or seems to be. The state machine tries
/// again after a while.
public final class ClusterBusy extends RuntimeException {
    public ClusterBusy(String message) {
        super(message);
    }
}
