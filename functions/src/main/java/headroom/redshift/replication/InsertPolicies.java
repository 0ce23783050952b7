package headroom.redshift.replication;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;
import software.amazon.awssdk.services.databasemigration.model.ResourceNotFoundException;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Which tasks may double rows when they resume.
///
/// DMS may apply the last changes before a stop once more, and Redshift enforces no primary key.
/// The remedy that DMS documents for this target is a task setting, `ErrorBehavior` with
/// `ApplyErrorInsertPolicy` `INSERT_RECORD`; its default is `LOG_ERROR`.
public final class InsertPolicies {
    private static final String SAFE = "INSERT_RECORD";

    private InsertPolicies() {}

    /// Those of the tasks whose settings do not say that a row is inserted only once, or are not
    /// shown.
    public static List<Replication> mayDouble(
            DatabaseMigrationClient dms, List<Replication> tasks) {
        List<String> ofTasks = new ArrayList<>();
        List<String> ofServerless = new ArrayList<>();
        for (Replication task : tasks) {
            switch (task) {
                case ReplicationTask _ -> ofTasks.add(task.arn());
                case ServerlessReplication _ -> ofServerless.add(task.arn());
            }
        }
        Map<String, String> settings = new HashMap<>();
        collect(ofTasks, some -> ofTasks(dms, some), settings);
        collect(ofServerless, some -> ofServerless(dms, some), settings);
        return tasks.stream().filter(each -> !isSafe(settings.get(each.arn()))).toList();
    }

    /// @param settings null if DMS does not show them
    private record Shown(String arn, @Nullable String settings) {}

    /// A task that is gone meanwhile, or has no settings, is missing.
    private static void collect(
            List<String> arns,
            Function<List<String>, Stream<Shown>> search,
            Map<String, String> settings) {
        Replications.portions(arns)
                .forEach(
                        some -> {
                            try {
                                search.apply(some)
                                        .filter(each -> each.settings() != null)
                                        .forEach(each -> settings.put(each.arn(), each.settings()));
                            } catch (ResourceNotFoundException none) {
                                // Whoever has deleted them knows.
                            }
                        });
    }

    private static Stream<Shown> ofTasks(DatabaseMigrationClient dms, List<String> arns) {
        return dms
                .describeReplicationTasksPaginator(
                        it -> it.filters(Replications.filter("replication-task-arn", arns)))
                .stream()
                .flatMap(page -> page.replicationTasks().stream())
                .map(it -> new Shown(it.replicationTaskArn(), it.replicationTaskSettings()));
    }

    /// Those of a serverless replication stand with its configuration.
    private static Stream<Shown> ofServerless(DatabaseMigrationClient dms, List<String> arns) {
        return dms
                .describeReplicationConfigsPaginator(
                        it -> it.filters(Replications.filter("replication-config-arn", arns)))
                .stream()
                .flatMap(page -> page.replicationConfigs().stream())
                .map(it -> new Shown(it.replicationConfigArn(), it.replicationSettings()));
    }

    private static boolean isSafe(@Nullable String settings) {
        try {
            return settings != null
                    && Optional.of(JsonNode.parser().parse(settings))
                            .flatMap(each -> each.field("ErrorBehavior"))
                            .flatMap(each -> each.field("ApplyErrorInsertPolicy"))
                            .filter(each -> SAFE.equalsIgnoreCase(each.text()))
                            .isPresent();
        } catch (UncheckedIOException notJson) {
            return false;
        }
    }
}
