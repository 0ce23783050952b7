package headroom.redshift.replication;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.databasemigration.model.MigrationTypeValue;
import software.amazon.awssdk.services.databasemigration.model.ReplicationStats;
import software.amazon.awssdk.services.databasemigration.model.ReplicationTaskStats;

import java.time.Instant;

/// How far a task or a serverless replication has copied the tables, which it may do before it
/// follows their changes.
///
/// @param type null if the SDK does not know the service's word for it
/// @param percent of the tables, as DMS estimates it, and null if it does not say
/// @param finished when the load ended, and null if DMS does not say
/// @param loaded how many tables are loaded, with those that could not be
/// @param loading how many are being loaded
/// @param queued how many wait for it
/// @param tablesInError how many could not be loaded
record FullLoad(
        @Nullable MigrationTypeValue type,
        @Nullable Integer percent,
        @Nullable Instant finished,
        int loaded,
        int loading,
        int queued,
        int tablesInError) {

    static FullLoad of(@Nullable MigrationTypeValue type, @Nullable ReplicationTaskStats stats) {
        return stats == null
                ? unknown(type)
                : new FullLoad(
                        type,
                        stats.fullLoadProgressPercent(),
                        stats.fullLoadFinishDate(),
                        sum(stats.tablesLoaded(), stats.tablesErrored()),
                        sum(stats.tablesLoading(), 0),
                        sum(stats.tablesQueued(), 0),
                        sum(stats.tablesErrored(), 0));
    }

    static FullLoad of(@Nullable MigrationTypeValue type, @Nullable ReplicationStats stats) {
        return stats == null
                ? unknown(type)
                : new FullLoad(
                        type,
                        stats.fullLoadProgressPercent(),
                        stats.fullLoadFinishDate(),
                        sum(stats.tablesLoaded(), stats.tablesErrored()),
                        sum(stats.tablesLoading(), 0),
                        sum(stats.tablesQueued(), 0),
                        sum(stats.tablesErrored(), 0));
    }

    private static FullLoad unknown(@Nullable MigrationTypeValue type) {
        return new FullLoad(type, null, null, 0, 0, 0, 0);
    }

    private static int sum(@Nullable Integer one, @Nullable Integer other) {
        return (one == null ? 0 : one) + (other == null ? 0 : other);
    }

    /// A task that only loads ends when it has: as long as it runs it is at it, with the changes
    /// that came meanwhile. Of the others none that is loading a table is done, whatever its date
    /// and its percentage say: those may be of the first load, and a person may have a table
    /// reloaded long after it. Otherwise the finish date decides. Where there is none it is the
    /// percentage or the tables, whichever says first that it is done: the percentage is an
    /// estimate, and has been seen to stay below 100. What says nothing at all counts as
    /// unfinished.
    boolean isUnfinished() {
        if (type == MigrationTypeValue.CDC) {
            return false;
        }
        if (type == MigrationTypeValue.FULL_LOAD) {
            return true;
        }
        if (loading > 0) {
            return true;
        }
        boolean estimatedDone = percent != null && percent >= 100;
        boolean allTablesDone = loaded > 0 && queued == 0;
        return finished == null && !estimatedDone && !allTablesDone;
    }
}
