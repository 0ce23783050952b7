package headroom.elasticache.group;

/// No backup of this run will become available.
public final class BackupFailed extends RuntimeException {
    public BackupFailed(String message) {
        super(message);
    }
}
