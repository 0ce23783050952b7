package headroom.redshift.cluster;

/// Redshift refuses a change because another is under way, or seems to be, and has done so for as
/// long as a change waits.
public final class ClusterBusy extends RuntimeException {
    public ClusterBusy(String message) {
        super(message);
    }
}
