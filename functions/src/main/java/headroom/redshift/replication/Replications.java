package headroom.redshift.replication;

import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;
import software.amazon.awssdk.services.databasemigration.model.DatabaseMigrationException;
import software.amazon.awssdk.services.databasemigration.model.Filter;
import software.amazon.awssdk.services.databasemigration.model.ResourceNotFoundException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Finds the tasks and the serverless replications of DMS.
///
/// That there are none is believed when it is said twice: none means that there is nothing to stop
/// before a resize, and nothing to start after it.
public final class Replications {
    /// How many values one filter carries. DMS documents no bound of its own here.
    private static final int FILTER_VALUES = 50;

    private static final String UNKNOWN_OPERATION = "UnknownOperationException";

    private Replications() {}

    /// All that write to one of the endpoints, whatever their status.
    ///
    /// DMS also finds tasks that read from an endpoint, and knows no search for serverless
    /// replications by endpoint at all, so its answer is filtered once more.
    public static List<Replication> writingTo(DatabaseMigrationClient dms, List<String> endpoints) {
        Set<String> targets = Set.copyOf(endpoints);
        Stream<Replication> tasks =
                find(endpoints, some -> tasks(dms, filter("endpoint-arn", some))).stream();
        Stream<Replication> serverless =
                serverless(dms, List.of())
                        .or(() -> serverless(dms, List.of()))
                        .orElseGet(List::of)
                        .stream();
        return Stream.concat(tasks, serverless)
                .filter(each -> targets.contains(each.targetEndpoint()))
                .toList();
    }

    /// The recorded ones by ARN. One that was deleted meanwhile is missing.
    public static Map<String, Replication> recorded(
            DatabaseMigrationClient dms, List<PausedTask> tasks) {
        List<String> ofTasks = new ArrayList<>();
        List<String> ofServerless = new ArrayList<>();
        tasks.forEach(each -> (each.isServerless() ? ofServerless : ofTasks).add(each.arn()));
        Stream<Replication> answer =
                Stream.concat(
                        find(ofTasks, some -> tasks(dms, filter("replication-task-arn", some)))
                                .stream(),
                        find(
                                ofServerless,
                                some -> serverless(dms, filter("replication-config-arn", some)))
                                .stream());
        // No other task's status may be taken for that of one that was asked for.
        Set<String> asked = tasks.stream().map(PausedTask::arn).collect(Collectors.toSet());
        Map<String, Replication> found = new LinkedHashMap<>();
        answer.filter(each -> asked.contains(each.arn()))
                .forEach(each -> found.put(each.arn(), each));
        return found;
    }

    /// The values by as many as one filter carries.
    static Stream<List<String>> portions(List<String> values) {
        return IntStream.iterate(0, from -> from < values.size(), from -> from + FILTER_VALUES)
                .mapToObj(
                        from ->
                                values.subList(
                                        from, Math.min(values.size(), from + FILTER_VALUES)));
    }

    static List<Filter> filter(String name, List<String> values) {
        return List.of(Filter.builder().name(name).values(values).build());
    }

    private static List<Replication> find(
            List<String> values, Function<List<String>, Optional<List<Replication>>> search) {
        return portions(values).flatMap(some -> portion(some, search).stream()).toList();
    }

    /// That none is found may also mean that one of several is missing, so the second look asks for
    /// each alone.
    private static List<Replication> portion(
            List<String> values, Function<List<String>, Optional<List<Replication>>> search) {
        return search.apply(values)
                .orElseGet(
                        () ->
                                values.stream()
                                        .map(each -> search.apply(List.of(each)))
                                        .flatMap(Optional::stream)
                                        .flatMap(List::stream)
                                        .toList());
    }

    private static Optional<List<Replication>> tasks(
            DatabaseMigrationClient dms, List<Filter> filters) {
        return unlessNone(
                () ->
                        dms
                                .describeReplicationTasksPaginator(
                                        request -> request.withoutSettings(true).filters(filters))
                                .stream()
                                .flatMap(page -> page.replicationTasks().stream())
                                .map(ReplicationTask::from));
    }

    /// A replication that is read-only belongs to a zero-ETL integration: DMS shows it, and
    /// somebody else runs it.
    private static Optional<List<Replication>> serverless(
            DatabaseMigrationClient dms, List<Filter> filters) {
        return unlessNone(
                () ->
                        dms
                                .describeReplicationsPaginator(request -> request.filters(filters))
                                .stream()
                                .flatMap(page -> page.replications().stream())
                                .filter(each -> !Boolean.TRUE.equals(each.isReadOnly()))
                                .map(ServerlessReplication::from));
    }

    /// Where DMS has no serverless replications, it does not know the question. Then there are
    /// none.
    private static boolean isUnknownOperation(DatabaseMigrationException problem) {
        return problem.awsErrorDetails() != null
                && UNKNOWN_OPERATION.equals(problem.awsErrorDetails().errorCode());
    }

    /// Empty if DMS says that it finds none, which it does by an error or by an empty page.
    private static Optional<List<Replication>> unlessNone(
            Supplier<Stream<? extends Replication>> search) {
        try {
            List<Replication> found = search.get().<Replication>map(each -> each).toList();
            return found.isEmpty() ? Optional.empty() : Optional.of(found);
        } catch (ResourceNotFoundException none) {
            return Optional.empty();
        } catch (DatabaseMigrationException problem) {
            if (isUnknownOperation(problem)) {
                return Optional.empty();
            }
            throw problem;
        }
    }
}
