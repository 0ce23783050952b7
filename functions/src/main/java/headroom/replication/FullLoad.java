package headroom.replication;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.databasemigration.model.MigrationTypeValue;
import software.amazon.awssdk.services.databasemigration.model.ReplicationStats;
import software.amazon.awssdk.services.databasemigration.model.ReplicationTaskStats;

import java.time.Instant;

/// How far a task or a serverless replication has copied the tables, which it may do before it
/// follows their changes.
///
/// @param type null if the SDK does not know the service's word for it
/// @param percent of the tables, and null if DMS does not say
/// @param finished when the load ended, and null if DMS does not say
record FullLoad(
        @Nullable MigrationTypeValue type, @Nullable Integer percent, @Nullable Instant finished) {

    static FullLoad of(@Nullable MigrationTypeValue type, @Nullable ReplicationTaskStats stats) {
        return stats == null
                ? new FullLoad(type, null, null)
                : new FullLoad(type, stats.fullLoadProgressPercent(), stats.fullLoadFinishDate());
    }

    static FullLoad of(@Nullable MigrationTypeValue type, @Nullable ReplicationStats stats) {
        return stats == null
                ? new FullLoad(type, null, null)
                : new FullLoad(type, stats.fullLoadProgressPercent(), stats.fullLoadFinishDate());
    }

    /// A task that only loads ends when it has: as long as it runs it is at it, with the changes
    /// that came meanwhile, whatever the percentage. Progress may be missing, and then a load
    /// counts as unfinished unless it has a finish date.
    boolean isUnfinished() {
        if (type == MigrationTypeValue.CDC) {
            return false;
        }
        if (type == MigrationTypeValue.FULL_LOAD) {
            return true;
        }
        return percent == null ? finished == null : percent < 100;
    }
}
