package headroom.redshift.cluster;

/// No snapshot of this run will become available.
public final class SnapshotFailed extends RuntimeException {
    public SnapshotFailed(String message) {
        super(message);
    }
}
