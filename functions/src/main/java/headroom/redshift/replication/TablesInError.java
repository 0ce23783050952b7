package headroom.redshift.replication;

import headroom.text.Listing;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;
import software.amazon.awssdk.services.databasemigration.model.TableStatistics;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The tables that a task could not load. It loads them again when it is restarted, so whoever
/// pauses it should know.
public final class TablesInError {
    private TablesInError() {}

    /// For people: each task that has some, with their names. Only such tasks are asked for them.
    public static List<String> of(DatabaseMigrationClient dms, List<Replication> tasks) {
        return tasks.stream()
                .filter(each -> each.tablesInError() > 0)
                .limit(Listing.MOST)
                .map(each -> each.name() + " (" + Listing.of(names(dms, each)) + ")")
                .toList();
    }

    private static List<String> names(DatabaseMigrationClient dms, Replication task) {
        try {
            List<String> names =
                    statistics(dms, task)
                            .filter(each -> isError(each.tableState()))
                            .map(each -> each.schemaName() + "." + each.tableName())
                            .toList();
            return names.isEmpty() ? counted(task) : names;
        } catch (SdkException unnamed) {
            // A plan does not fail for want of names.
            return counted(task);
        }
    }

    private static List<String> counted(Replication task) {
        return List.of("tables without a name: " + task.tablesInError());
    }

    private static boolean isError(String state) {
        return String.valueOf(state).toLowerCase(Locale.ROOT).contains("error");
    }

    private static Stream<TableStatistics> statistics(
            DatabaseMigrationClient dms, Replication task) {
        return switch (task) {
            case ReplicationTask _ ->
                    dms
                            .describeTableStatisticsPaginator(
                                    request -> request.replicationTaskArn(task.arn()))
                            .stream()
                            .flatMap(page -> page.tableStatistics().stream());
            case ServerlessReplication _ ->
                    dms
                            .describeReplicationTableStatisticsPaginator(
                                    request -> request.replicationConfigArn(task.arn()))
                            .stream()
                            .flatMap(page -> page.replicationTableStatistics().stream());
        };
    }
}
