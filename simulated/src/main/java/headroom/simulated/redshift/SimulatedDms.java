package headroom.simulated.redshift;

import headroom.simulated.aws.CallQuota;
import headroom.simulated.aws.Pages;
import headroom.simulated.aws.TokenBucket;
import headroom.simulated.faults.Faults;
import headroom.simulated.journal.Journal;
import headroom.simulated.journal.Kind;
import headroom.simulated.time.Scheduler;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;
import software.amazon.awssdk.services.databasemigration.model.DatabaseMigrationException;
import software.amazon.awssdk.services.databasemigration.model.DescribeEndpointsRequest;
import software.amazon.awssdk.services.databasemigration.model.DescribeEndpointsResponse;
import software.amazon.awssdk.services.databasemigration.model.DescribeReplicationConfigsRequest;
import software.amazon.awssdk.services.databasemigration.model.DescribeReplicationConfigsResponse;
import software.amazon.awssdk.services.databasemigration.model.DescribeReplicationTableStatisticsRequest;
import software.amazon.awssdk.services.databasemigration.model.DescribeReplicationTableStatisticsResponse;
import software.amazon.awssdk.services.databasemigration.model.DescribeReplicationTasksRequest;
import software.amazon.awssdk.services.databasemigration.model.DescribeReplicationTasksResponse;
import software.amazon.awssdk.services.databasemigration.model.DescribeReplicationsRequest;
import software.amazon.awssdk.services.databasemigration.model.DescribeReplicationsResponse;
import software.amazon.awssdk.services.databasemigration.model.DescribeTableStatisticsRequest;
import software.amazon.awssdk.services.databasemigration.model.DescribeTableStatisticsResponse;
import software.amazon.awssdk.services.databasemigration.model.Endpoint;
import software.amazon.awssdk.services.databasemigration.model.Filter;
import software.amazon.awssdk.services.databasemigration.model.Replication;
import software.amazon.awssdk.services.databasemigration.model.ReplicationConfig;
import software.amazon.awssdk.services.databasemigration.model.ReplicationTask;
import software.amazon.awssdk.services.databasemigration.model.StartReplicationRequest;
import software.amazon.awssdk.services.databasemigration.model.StartReplicationResponse;
import software.amazon.awssdk.services.databasemigration.model.StartReplicationTaskRequest;
import software.amazon.awssdk.services.databasemigration.model.StartReplicationTaskResponse;
import software.amazon.awssdk.services.databasemigration.model.StopReplicationRequest;
import software.amazon.awssdk.services.databasemigration.model.StopReplicationResponse;
import software.amazon.awssdk.services.databasemigration.model.StopReplicationTaskRequest;
import software.amazon.awssdk.services.databasemigration.model.StopReplicationTaskResponse;
import software.amazon.awssdk.services.databasemigration.model.TableStatistics;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// DMS with a few tasks, as far as Headroom uses it.
public final class SimulatedDms implements DatabaseMigrationClient {
    /// Of the cluster, as Redshift gives it and as endpoints have it.
    public static final String ADDRESS = SimulatedRedshift.address("analytics");

    /// For all its operations together (user guide, "Quotas for AWS DMS").
    public static final CallQuota QUOTA = new CallQuota(200, 8);

    /// The operations that stop a task of either kind, and those that start one.
    public static final Set<String> STOPS = Set.of("StopReplicationTask", "StopReplication");

    public static final Set<String> STARTS = Set.of("StartReplicationTask", "StartReplication");

    private final Scheduler scheduler;
    private final Journal journal;
    private final TaskMoves moves;
    private final TokenBucket calls;
    private final Set<SimulatedEndpoint> endpoints = new LinkedHashSet<>();

    public SimulatedDms(
            List<SimulatedTask> tasks,
            CallQuota quota,
            Duration sourceLog,
            Disk disk,
            Faults faults,
            Scheduler scheduler,
            Journal journal) {
        this.scheduler = scheduler;
        this.journal = journal;
        calls = new TokenBucket(quota, scheduler);
        moves = new TaskMoves(tasks, sourceLog, disk, faults, scheduler, journal);
        tasks.forEach(each -> endpoints.addAll(List.of(each.source(), each.target())));
    }

    /// One more, whose endpoints are shown only if they are added.
    public void add(SimulatedTask task) {
        moves.add(task);
    }

    public void add(SimulatedEndpoint endpoint) {
        endpoints.add(endpoint);
    }

    /// All tasks of either kind.
    public List<SimulatedTask> tasks() {
        return moves.all();
    }

    TaskMoves moves() {
        return moves;
    }

    /// For how long the source keeps the log that a stopped task resumes from.
    public Duration sourceLog() {
        return moves.log();
    }

    /// Whether a task can not resume any more: the source no longer has what it reads next, or DMS
    /// has given it up.
    public boolean isPastHelp(SimulatedTask task) {
        return moves.hasLostLog(task);
    }

    /// Somebody has the source keep it for longer.
    public void keepSourceLog(Duration time) {
        journal.note(
                Kind.SCENARIO, "the source", "keeps its log for %d h".formatted(time.toHours()));
        moves.keepLog(time);
    }

    /// How many calls were refused so far because there were too many.
    public int throttled() {
        return calls.refused();
    }

    /// From now on, and for so long, others make all the calls that it takes.
    public void useUp(Duration time) {
        calls.drain(time);
    }

    private void takeToken() {
        if (!calls.take()) {
            throw DmsRefusals.of(
                    DatabaseMigrationException.builder(), "ThrottlingException", "Rate exceeded");
        }
    }

    @Override
    public DescribeReplicationTasksResponse describeReplicationTasks(
            DescribeReplicationTasksRequest request) {
        takeToken();
        Pages<ReplicationTask> pages =
                pages(
                        tasks(ProvisionedTask.class, request.filters())
                                .map(
                                        each ->
                                                each.describe(
                                                        scheduler.now(),
                                                        !Boolean.TRUE.equals(
                                                                request.withoutSettings()))),
                        request.marker());
        return DescribeReplicationTasksResponse.builder()
                .replicationTasks(pages.page())
                .marker(pages.marker())
                .build();
    }

    @Override
    public DescribeReplicationsResponse describeReplications(DescribeReplicationsRequest request) {
        takeToken();
        Pages<Replication> pages =
                pages(
                        tasks(ServerlessTask.class, request.filters())
                                .map(each -> each.describe(scheduler.now())),
                        request.marker());
        return DescribeReplicationsResponse.builder()
                .replications(pages.page())
                .marker(pages.marker())
                .build();
    }

    @Override
    public DescribeReplicationConfigsResponse describeReplicationConfigs(
            DescribeReplicationConfigsRequest request) {
        takeToken();
        Pages<ReplicationConfig> pages =
                pages(
                        tasks(ServerlessTask.class, request.filters())
                                .map(ServerlessTask::describeConfig),
                        request.marker());
        return DescribeReplicationConfigsResponse.builder()
                .replicationConfigs(pages.page())
                .marker(pages.marker())
                .build();
    }

    @Override
    public DescribeTableStatisticsResponse describeTableStatistics(
            DescribeTableStatisticsRequest request) {
        takeToken();
        Pages<TableStatistics> pages =
                pages(
                        find(ProvisionedTask.class, request.replicationTaskArn()).habits().tables(),
                        request.marker());
        return DescribeTableStatisticsResponse.builder()
                .tableStatistics(pages.page())
                .marker(pages.marker())
                .build();
    }

    @Override
    public DescribeReplicationTableStatisticsResponse describeReplicationTableStatistics(
            DescribeReplicationTableStatisticsRequest request) {
        takeToken();
        Pages<TableStatistics> pages =
                pages(
                        find(ServerlessTask.class, request.replicationConfigArn())
                                .habits()
                                .tables(),
                        request.marker());
        return DescribeReplicationTableStatisticsResponse.builder()
                .replicationTableStatistics(pages.page())
                .marker(pages.marker())
                .build();
    }

    @Override
    public DescribeEndpointsResponse describeEndpoints(DescribeEndpointsRequest request) {
        takeToken();
        Pages<Endpoint> pages =
                pages(
                        endpoints.stream()
                                .filter(each -> request.filters().stream().allMatch(each::passes))
                                .map(SimulatedEndpoint::describe),
                        request.marker());
        return DescribeEndpointsResponse.builder()
                .endpoints(pages.page())
                .marker(pages.marker())
                .build();
    }

    /// The service refuses to answer with nothing.
    private static <T> Pages<T> pages(Stream<T> found, @Nullable String marker) {
        List<T> all = found.toList();
        if (all.isEmpty()) {
            throw DmsRefusals.notFound("No Tasks found matching given filter");
        }
        return Pages.cut(all, marker);
    }

    private <T extends SimulatedTask> Stream<T> tasks(Class<T> kind, List<Filter> filters) {
        Stream<T> found = tasks().stream().filter(kind::isInstance).map(kind::cast);
        for (Filter filter : filters) {
            Set<String> values = Set.copyOf(filter.values());
            found = found.filter(each -> each.passes(filter.name(), values));
        }
        return found;
    }

    @Override
    public StopReplicationTaskResponse stopReplicationTask(StopReplicationTaskRequest request) {
        takeToken();
        stop("StopReplicationTask", find(ProvisionedTask.class, request.replicationTaskArn()));
        return StopReplicationTaskResponse.builder().build();
    }

    @Override
    public StartReplicationTaskResponse startReplicationTask(StartReplicationTaskRequest request) {
        takeToken();
        ProvisionedTask task = find(ProvisionedTask.class, request.replicationTaskArn());
        start("StartReplicationTask", task, request.startReplicationTaskTypeAsString());
        return StartReplicationTaskResponse.builder().build();
    }

    @Override
    public StopReplicationResponse stopReplication(StopReplicationRequest request) {
        takeToken();
        ServerlessTask task = find(ServerlessTask.class, request.replicationConfigArn());
        stop("StopReplication", task);
        return StopReplicationResponse.builder().build();
    }

    @Override
    public StartReplicationResponse startReplication(StartReplicationRequest request) {
        takeToken();
        ServerlessTask task = find(ServerlessTask.class, request.replicationConfigArn());
        start("StartReplication", task, request.startReplicationType());
        return StartReplicationResponse.builder().build();
    }

    private void stop(String operation, SimulatedTask task) {
        DmsRefusals.readOnly(task);
        if (!task.isRunning()) {
            throw DmsRefusals.wrongState(task, "is not running");
        }
        journal.note(Kind.CALL, operation, task.name());
        moves.stop(task);
    }

    private void start(String operation, SimulatedTask task, String type) {
        DmsRefusals.readOnly(task);
        if (type.equals("start-replication")) {
            throw DmsRefusals.of(
                    DatabaseMigrationException.builder(),
                    "InvalidParameterCombinationException",
                    "Start Type : START_REPLICATION, valid only for tasks running for the first"
                            + " time");
        }
        boolean mayStart = task.status().equals("stopped") || task.status().equals("failed");
        if (!mayStart || task.refusesToStart(scheduler.now())) {
            throw DmsRefusals.wrongState(task, "cannot be started");
        }
        journal.note(Kind.CALL, operation, task.name() + ", " + type);
        moves.start(task);
    }

    private <T extends SimulatedTask> T find(Class<T> kind, String arn) {
        return moves.at(arn)
                .filter(kind::isInstance)
                .map(kind::cast)
                .orElseThrow(() -> DmsRefusals.notFound("Replication task " + arn + " not found"));
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Holds nothing that could be closed.
    }
}
