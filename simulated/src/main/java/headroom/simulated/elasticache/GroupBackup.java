package headroom.simulated.elasticache;

import software.amazon.awssdk.services.elasticache.model.Snapshot;

/// A backup: what the API calls a snapshot.
///
/// @param source `automated` or `manual`; those who ask for them by it say `system` or `user`
/// @param status which may be one that the API's text does not list
record GroupBackup(String name, String group, String source, String status, String nodeType) {
    static final String AUTOMATED = "automated";
    static final String MANUAL = "manual";
    static final String CREATING = "creating";
    static final String AVAILABLE = "available";
    static final String FAILED = "failed";

    GroupBackup with(String other) {
        return new GroupBackup(name, group, source, other, nodeType);
    }

    boolean isUnderWay() {
        return status.equals(CREATING);
    }

    boolean isAvailable() {
        return status.equals(AVAILABLE);
    }

    Snapshot describe() {
        return Snapshot.builder()
                .snapshotName(name)
                .replicationGroupId(group)
                .snapshotStatus(status)
                .snapshotSource(source)
                .cacheNodeType(nodeType)
                .build();
    }
}
