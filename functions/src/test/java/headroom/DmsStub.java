package headroom;

import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;
import software.amazon.awssdk.services.databasemigration.model.DatabaseMigrationException;
import software.amazon.awssdk.services.databasemigration.model.DescribeReplicationTasksRequest;
import software.amazon.awssdk.services.databasemigration.model.DescribeReplicationTasksResponse;
import software.amazon.awssdk.services.databasemigration.model.Filter;
import software.amazon.awssdk.services.databasemigration.model.MigrationTypeValue;
import software.amazon.awssdk.services.databasemigration.model.ReplicationTask;
import software.amazon.awssdk.services.databasemigration.model.ResourceNotFoundException;
import software.amazon.awssdk.services.databasemigration.model.StartReplicationTaskRequest;
import software.amazon.awssdk.services.databasemigration.model.StartReplicationTaskResponse;
import software.amazon.awssdk.services.databasemigration.model.StopReplicationTaskRequest;
import software.amazon.awssdk.services.databasemigration.model.StopReplicationTaskResponse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Finds the tasks that a test has given it as DMS does, page by page and with an error for
/// nothing, and keeps the requests to act. Any other call of the client fails.
public final class DmsStub implements DatabaseMigrationClient {
    /// Requests to act, such as `stop a` or `start a resume-processing`.
    public final List<String> acts = new ArrayList<>();

    public final List<DescribeReplicationTasksRequest> looks = new ArrayList<>();

    private final List<ReplicationTask> tasks = new ArrayList<>();
    private final Map<String, DatabaseMigrationException> refusals = new HashMap<>();
    private boolean denies;
    private int pageSize = 100;
    private boolean allOrNothing;

    public static String arn(String name) {
        return "arn:aws:dms:eu-west-1:111122223333:task:" + name;
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

    /// What a request to stop or start this task is answered with.
    public DmsStub refuses(String name, DatabaseMigrationException answer) {
        refusals.put(arn(name), answer);
        return this;
    }

    @Override
    public DescribeReplicationTasksResponse describeReplicationTasks(
            DescribeReplicationTasksRequest request) {
        looks.add(request);
        Filter filter = request.filters().getFirst();
        List<ReplicationTask> found = tasks.stream().filter(task -> matches(task, filter)).toList();
        boolean oneIsMissing = allOrNothing && found.size() < filter.values().size();
        if (found.isEmpty() || oneIsMissing || denies) {
            denies = false;
            throw ResourceNotFoundException.builder()
                    .message("No Tasks found matching given filter")
                    .build();
        }
        int from = request.marker() == null ? 0 : Integer.parseInt(request.marker());
        int to = Math.min(found.size(), from + pageSize);
        return DescribeReplicationTasksResponse.builder()
                .replicationTasks(found.subList(from, to))
                .marker(to == found.size() ? null : Integer.toString(to))
                .build();
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

    private void act(String verb, String arn, String how) {
        acts.add(verb + " " + arn.substring(arn.lastIndexOf(':') + 1) + how);
        DatabaseMigrationException refusal = refusals.get(arn);
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
