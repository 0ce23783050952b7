package headroom.replication;

import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;
import software.amazon.awssdk.services.databasemigration.model.Filter;
import software.amazon.awssdk.services.databasemigration.model.ResourceNotFoundException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds DMS tasks.
public final class ReplicationTasks {
    /// How many values one filter carries. DMS documents no bound of its own here.
    private static final int FILTER_VALUES = 50;

    private ReplicationTasks() {}

    /// All tasks that write to one of the endpoints, whatever their status.
    ///
    /// DMS also finds tasks that read from an endpoint, so its answer is filtered once more.
    public static List<ReplicationTask> writingTo(
            DatabaseMigrationClient dms, List<String> endpoints) {
        Set<String> targets = Set.copyOf(endpoints);
        return find(dms, "endpoint-arn", endpoints).stream()
                .filter(task -> targets.contains(task.targetEndpoint()))
                .toList();
    }

    /// The recorded tasks by ARN. One that was deleted meanwhile is missing.
    static Map<String, ReplicationTask> recorded(
            DatabaseMigrationClient dms, List<PausedTask> tasks) {
        List<String> arns = tasks.stream().map(PausedTask::arn).toList();
        Map<String, ReplicationTask> found = new LinkedHashMap<>();
        find(dms, "replication-task-arn", arns).forEach(each -> found.put(each.arn(), each));
        return found;
    }

    private static List<ReplicationTask> find(
            DatabaseMigrationClient dms, String filter, List<String> values) {
        List<ReplicationTask> found = new ArrayList<>();
        for (int from = 0; from < values.size(); from += FILTER_VALUES) {
            int to = Math.min(values.size(), from + FILTER_VALUES);
            found.addAll(page(dms, filter, values.subList(from, to)));
        }
        return found;
    }

    /// That there are none is believed when it is said twice: no task means that there is nothing
    /// to stop before a resize, and nothing to start after it. It may also mean that one of several
    /// is missing, so the second look asks for each alone.
    private static List<ReplicationTask> page(
            DatabaseMigrationClient dms, String filter, List<String> values) {
        return pages(dms, filter, values)
                .orElseGet(
                        () ->
                                values.stream()
                                        .flatMap(
                                                each ->
                                                        pages(dms, filter, List.of(each))
                                                                .orElse(List.of())
                                                                .stream())
                                        .toList());
    }

    /// Empty if DMS says that it finds none.
    private static Optional<List<ReplicationTask>> pages(
            DatabaseMigrationClient dms, String filter, List<String> values) {
        Filter only = Filter.builder().name(filter).values(values).build();
        try {
            return Optional.of(
                    dms
                            .describeReplicationTasksPaginator(
                                    request -> request.withoutSettings(true).filters(only))
                            .stream()
                            .flatMap(page -> page.replicationTasks().stream())
                            .map(ReplicationTask::from)
                            .toList());
        } catch (ResourceNotFoundException none) {
            return Optional.empty();
        }
    }
}
