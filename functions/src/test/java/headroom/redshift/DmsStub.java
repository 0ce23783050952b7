package headroom.redshift;

import static org.junit.jupiter.api.Assertions.assertEquals;

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
import software.amazon.awssdk.services.databasemigration.model.MigrationTypeValue;
import software.amazon.awssdk.services.databasemigration.model.Replication;
import software.amazon.awssdk.services.databasemigration.model.ReplicationConfig;
import software.amazon.awssdk.services.databasemigration.model.ReplicationTask;
import software.amazon.awssdk.services.databasemigration.model.ResourceNotFoundException;
import software.amazon.awssdk.services.databasemigration.model.StartReplicationRequest;
import software.amazon.awssdk.services.databasemigration.model.StartReplicationResponse;
import software.amazon.awssdk.services.databasemigration.model.StartReplicationTaskRequest;
import software.amazon.awssdk.services.databasemigration.model.StartReplicationTaskResponse;
import software.amazon.awssdk.services.databasemigration.model.StopReplicationRequest;
import software.amazon.awssdk.services.databasemigration.model.StopReplicationResponse;
import software.amazon.awssdk.services.databasemigration.model.StopReplicationTaskRequest;
import software.amazon.awssdk.services.databasemigration.model.StopReplicationTaskResponse;
import software.amazon.awssdk.services.databasemigration.model.TableStatistics;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Finds the tasks, serverless replications and endpoints that a test has given it as DMS does,
/// page by page and with an error for nothing, and keeps the requests to act. Any other call of the
/// client fails.
public final class DmsStub implements DatabaseMigrationClient {
    /// Requests to act, such as `stop a` or `start a resume-processing`.
    public final List<String> acts = new ArrayList<>();

    public final List<DescribeReplicationTasksRequest> looks = new ArrayList<>();

    public final List<DescribeReplicationsRequest> serverlessLooks = new ArrayList<>();

    public final List<DescribeEndpointsRequest> endpointLooks = new ArrayList<>();

    private final List<ReplicationTask> tasks = new ArrayList<>();
    private final List<Replication> serverless = new ArrayList<>();
    private final List<Endpoint> endpoints = new ArrayList<>();
    private final Map<String, @Nullable String> settings = new HashMap<>();
    private final Map<String, List<TableStatistics>> tables = new HashMap<>();
    private @Nullable DatabaseMigrationException serverlessRefusal;
    private final Map<String, DatabaseMigrationException> refusals = new HashMap<>();
    private boolean denies;
    private boolean deniesServerless;
    private int pageSize = 100;
    private boolean allOrNothing;

    public static String arn(String name) {
        return "arn:aws:dms:eu-west-1:111122223333:task:" + name;
    }

    public static String serverlessArn(String name) {
        return "arn:aws:dms:eu-west-1:111122223333:replication-config:" + name;
    }

    public DmsStub task(String name, String status) {
        return task(name, it -> it.status(status));
    }

    public DmsStub task(String name, Consumer<ReplicationTask.Builder> change) {
        tasks.add(
                ReplicationTask.builder()
                        .replicationTaskArn(arn(name))
                        .replicationTaskIdentifier(name)
                        .migrationType(MigrationTypeValue.CDC)
                        .sourceEndpointArn("arn:aws:dms:eu-west-1:111122223333:endpoint:SOURCE")
                        .targetEndpointArn(Given.TARGET)
                        .applyMutation(change)
                        .build());
        return this;
    }

    public DmsStub serverless(String name, String status) {
        return serverless(name, it -> it.status(status));
    }

    public DmsStub serverless(String name, Consumer<Replication.Builder> change) {
        serverless.add(
                Replication.builder()
                        .replicationConfigArn(serverlessArn(name))
                        .replicationConfigIdentifier(name)
                        .replicationType(MigrationTypeValue.CDC)
                        .sourceEndpointArn("arn:aws:dms:eu-west-1:111122223333:endpoint:SOURCE")
                        .targetEndpointArn(Given.TARGET)
                        .applyMutation(change)
                        .build());
        return this;
    }

    /// An endpoint of the engine `redshift`, with its name as the end of its ARN.
    public DmsStub endpoint(String name, Consumer<Endpoint.Builder> change) {
        endpoints.add(
                Endpoint.builder()
                        .endpointArn("arn:aws:dms:eu-west-1:111122223333:endpoint:" + name)
                        .endpointIdentifier(name)
                        .engineName("redshift")
                        .applyMutation(change)
                        .build());
        return this;
    }

    /// The settings of a serverless replication.
    public DmsStub serverlessSettings(String name, @Nullable String json) {
        settings.put(serverlessArn(name), json);
        return this;
    }

    /// A table of a task or a serverless replication, `shop.orders`, and its state.
    public DmsStub table(String arn, String name, String state) {
        String[] parts = name.split("\\.", 2);
        tables.computeIfAbsent(arn, _ -> new ArrayList<>())
                .add(
                        TableStatistics.builder()
                                .schemaName(parts[0])
                                .tableName(parts[1])
                                .tableState(state)
                                .build());
        return this;
    }

    /// Finds nothing at all as soon as one of the values is not known, as DMS may.
    public DmsStub allOrNothing() {
        allOrNothing = true;
        return this;
    }

    public DmsStub pagesOf(int size) {
        pageSize = size;
        return this;
    }

    /// The next look finds nothing, whatever there is.
    public DmsStub deniesOnce() {
        denies = true;
        return this;
    }

    /// The next look at serverless replications finds none.
    public DmsStub serverlessDeniedOnce() {
        deniesServerless = true;
        return this;
    }

    /// Looks at serverless replications are answered so, as in a region that has none.
    public DmsStub serverlessRefused(DatabaseMigrationException answer) {
        serverlessRefusal = answer;
        return this;
    }

    /// What a request to stop or start this task or serverless replication is answered with.
    public DmsStub refuses(String name, DatabaseMigrationException answer) {
        refusals.put(name, answer);
        return this;
    }

    @Override
    public DescribeReplicationTasksResponse describeReplicationTasks(
            DescribeReplicationTasksRequest request) {
        looks.add(request);
        Filter filter = request.filters().getFirst();
        List<ReplicationTask> found = tasks.stream().filter(task -> matches(task, filter)).toList();
        boolean oneIsMissing = allOrNothing && found.size() < filter.values().size();
        Page<ReplicationTask> page = page(oneIsMissing ? List.of() : found, request.marker());
        return DescribeReplicationTasksResponse.builder()
                .replicationTasks(page.of())
                .marker(page.marker())
                .build();
    }

    @Override
    public DescribeReplicationsResponse describeReplications(DescribeReplicationsRequest request) {
        serverlessLooks.add(request);
        if (serverlessRefusal != null) {
            throw serverlessRefusal;
        }
        denies |= deniesServerless;
        deniesServerless = false;
        List<Replication> found =
                serverless.stream()
                        .filter(each -> request.filters().stream().allMatch(it -> is(each, it)))
                        .toList();
        Page<Replication> page = page(found, request.marker());
        return DescribeReplicationsResponse.builder()
                .replications(page.of())
                .marker(page.marker())
                .build();
    }

    private static boolean is(Replication replication, Filter filter) {
        assertEquals("replication-config-arn", filter.name());
        return filter.values().contains(replication.replicationConfigArn());
    }

    @Override
    public DescribeEndpointsResponse describeEndpoints(DescribeEndpointsRequest request) {
        endpointLooks.add(request);
        Page<Endpoint> page = page(endpoints, request.marker());
        return DescribeEndpointsResponse.builder()
                .endpoints(page.of())
                .marker(page.marker())
                .build();
    }

    @Override
    public DescribeReplicationConfigsResponse describeReplicationConfigs(
            DescribeReplicationConfigsRequest request) {
        List<String> arns = request.filters().getFirst().values();
        Page<ReplicationConfig> page =
                page(
                        serverless.stream()
                                .map(Replication::replicationConfigArn)
                                .filter(arns::contains)
                                .map(
                                        each ->
                                                ReplicationConfig.builder()
                                                        .replicationConfigArn(each)
                                                        .replicationSettings(settings.get(each))
                                                        .build())
                                .toList(),
                        request.marker());
        return DescribeReplicationConfigsResponse.builder()
                .replicationConfigs(page.of())
                .marker(page.marker())
                .build();
    }

    @Override
    public DescribeTableStatisticsResponse describeTableStatistics(
            DescribeTableStatisticsRequest request) {
        Page<TableStatistics> page =
                page(
                        tables.getOrDefault(request.replicationTaskArn(), List.of()),
                        request.marker());
        return DescribeTableStatisticsResponse.builder()
                .tableStatistics(page.of())
                .marker(page.marker())
                .build();
    }

    @Override
    public DescribeReplicationTableStatisticsResponse describeReplicationTableStatistics(
            DescribeReplicationTableStatisticsRequest request) {
        Page<TableStatistics> page =
                page(
                        tables.getOrDefault(request.replicationConfigArn(), List.of()),
                        request.marker());
        return DescribeReplicationTableStatisticsResponse.builder()
                .replicationTableStatistics(page.of())
                .marker(page.marker())
                .build();
    }

    private record Page<T>(List<T> of, @Nullable String marker) {}

    private <T> Page<T> page(List<T> found, @Nullable String marker) {
        if (found.isEmpty() || denies) {
            denies = false;
            throw ResourceNotFoundException.builder()
                    .message("No Tasks found matching given filter")
                    .build();
        }
        int from = marker == null ? 0 : Integer.parseInt(marker);
        int to = Math.min(found.size(), from + pageSize);
        return new Page<>(
                found.subList(from, to), to == found.size() ? null : Integer.toString(to));
    }

    private static boolean matches(ReplicationTask task, Filter filter) {
        return switch (filter.name()) {
            case "replication-task-arn" -> filter.values().contains(task.replicationTaskArn());
            case "endpoint-arn" ->
                    filter.values().contains(task.targetEndpointArn())
                            || filter.values().contains(task.sourceEndpointArn());
            default -> throw new IllegalArgumentException(filter.name());
        };
    }

    @Override
    public StopReplicationTaskResponse stopReplicationTask(StopReplicationTaskRequest request) {
        act("stop", request.replicationTaskArn(), "");
        return StopReplicationTaskResponse.builder().build();
    }

    @Override
    public StartReplicationTaskResponse startReplicationTask(StartReplicationTaskRequest request) {
        act("start", request.replicationTaskArn(), " " + request.startReplicationTaskType());
        return StartReplicationTaskResponse.builder().build();
    }

    @Override
    public StopReplicationResponse stopReplication(StopReplicationRequest request) {
        act("stop serverless", request.replicationConfigArn(), "");
        return StopReplicationResponse.builder().build();
    }

    @Override
    public StartReplicationResponse startReplication(StartReplicationRequest request) {
        act(
                "start serverless",
                request.replicationConfigArn(),
                " " + request.startReplicationType());
        return StartReplicationResponse.builder().build();
    }

    private void act(String verb, String arn, String how) {
        String name = arn.substring(arn.lastIndexOf(':') + 1);
        acts.add(verb + " " + name + how);
        DatabaseMigrationException refusal = refusals.get(name);
        if (refusal != null) {
            throw refusal;
        }
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
