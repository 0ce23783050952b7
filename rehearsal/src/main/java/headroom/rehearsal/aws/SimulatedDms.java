package headroom.rehearsal.aws;

import headroom.rehearsal.faults.Faults;
import headroom.rehearsal.faults.Kinds;
import headroom.rehearsal.journal.Journal;
import headroom.rehearsal.journal.Kind;
import headroom.rehearsal.time.Agenda;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;
import software.amazon.awssdk.services.databasemigration.model.DatabaseMigrationException;
import software.amazon.awssdk.services.databasemigration.model.DescribeReplicationTasksRequest;
import software.amazon.awssdk.services.databasemigration.model.DescribeReplicationTasksResponse;
import software.amazon.awssdk.services.databasemigration.model.Filter;
import software.amazon.awssdk.services.databasemigration.model.InvalidResourceStateException;
import software.amazon.awssdk.services.databasemigration.model.ReplicationTask;
import software.amazon.awssdk.services.databasemigration.model.ResourceNotFoundException;
import software.amazon.awssdk.services.databasemigration.model.StartReplicationTaskRequest;
import software.amazon.awssdk.services.databasemigration.model.StartReplicationTaskResponse;
import software.amazon.awssdk.services.databasemigration.model.StopReplicationTaskRequest;
import software.amazon.awssdk.services.databasemigration.model.StopReplicationTaskResponse;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// DMS with a few tasks, as far as Headroom uses it.
public final class SimulatedDms implements DatabaseMigrationClient {
    private final Agenda agenda;
    private final Journal journal;
    private final Disk disk;
    private final Faults faults;
    private final Map<String, SimulatedTask> tasks = new LinkedHashMap<>();

    public SimulatedDms(
            List<SimulatedTask> tasks, Disk disk, Faults faults, Agenda agenda, Journal journal) {
        this.disk = disk;
        this.faults = faults;
        this.agenda = agenda;
        this.journal = journal;
        tasks.forEach(each -> this.tasks.put(each.arn(), each));
        reckonWriters();
    }

    public List<SimulatedTask> tasks() {
        return List.copyOf(tasks.values());
    }

    @Override
    public DescribeReplicationTasksResponse describeReplicationTasks(
            DescribeReplicationTasksRequest request) {
        List<ReplicationTask> found =
                tasks.values().stream()
                        .filter(task -> request.filters().stream().allMatch(f -> passes(task, f)))
                        .map(SimulatedTask::describe)
                        .toList();
        if (found.isEmpty()) {
            throw refusal(
                    ResourceNotFoundException.builder(),
                    "ResourceNotFoundFault",
                    "No Tasks found matching given filter");
        }
        Pages<ReplicationTask> pages = Pages.cut(found, request.marker());
        return DescribeReplicationTasksResponse.builder()
                .replicationTasks(pages.page())
                .marker(pages.marker())
                .build();
    }

    /// Finds a task by either of its endpoints, as the service is believed to do.
    private static boolean passes(SimulatedTask task, Filter filter) {
        return switch (filter.name()) {
            case "replication-task-arn" -> filter.values().contains(task.arn());
            case "endpoint-arn" -> filter.values().stream().anyMatch(task::uses);
            default -> throw new UnsupportedOperationException("filter " + filter.name());
        };
    }

    @Override
    public StopReplicationTaskResponse stopReplicationTask(StopReplicationTaskRequest request) {
        SimulatedTask task = task(request.replicationTaskArn());
        if (!task.isRunning()) {
            throw wrongState(task, "is not running");
        }
        journal.note(Kind.CALL, "StopReplicationTask", task.name);
        stop(task);
        return StopReplicationTaskResponse.builder().build();
    }

    @Override
    public StartReplicationTaskResponse startReplicationTask(StartReplicationTaskRequest request) {
        SimulatedTask task = task(request.replicationTaskArn());
        String type = request.startReplicationTaskTypeAsString();
        if (type.equals("start-replication")) {
            throw refusal(
                    DatabaseMigrationException.builder(),
                    "InvalidParameterCombinationException",
                    "Start Type : START_REPLICATION, valid only for tasks running for the first"
                            + " time");
        }
        if (!task.status().equals("stopped") && !task.status().equals("failed")) {
            throw wrongState(task, "cannot be started");
        }
        journal.note(Kind.CALL, "StartReplicationTask", task.name + ", " + type);
        start(task);
        return StartReplicationTaskResponse.builder().build();
    }

    void stop(SimulatedTask task) {
        task.become("stopping");
        boolean fails = task.strikes(SimulatedTask.Trouble.FAILS_TO_STOP);
        move(task, Kinds.STOP, task.stops, fails ? "failed" : "stopped");
    }

    void start(SimulatedTask task) {
        task.become("starting");
        boolean fails = task.strikes(SimulatedTask.Trouble.FAILS_TO_START);
        move(task, Kinds.START, task.starts, fails ? "failed" : "running");
    }

    private void move(SimulatedTask task, String family, Duration usual, String end) {
        switch (faults.strike(family + task.name).orElse("")) {
            case Kinds.FAILS -> later(usual, task, "failed");
            case Kinds.SLOW -> later(usual.multipliedBy(10), task, end);
            case Kinds.HANGS -> {}
            default -> later(usual, task, end);
        }
    }

    /// Changes the status when its time has come, unless another change came between.
    void later(Duration delay, SimulatedTask task, String status) {
        int changes = task.changes();
        agenda.after(
                delay,
                () -> {
                    if (task.changes() == changes) {
                        become(task, status);
                    }
                });
    }

    void become(SimulatedTask task, String status) {
        task.become(status);
        reckonWriters();
        journal.note(Kind.TASK, task.name, status);
    }

    void remove(SimulatedTask task) {
        task.become("deleted");
        tasks.remove(task.arn());
        reckonWriters();
        journal.note(Kind.TASK, task.name, "deleted");
    }

    private void reckonWriters() {
        disk.writers((int) tasks.values().stream().filter(SimulatedTask::isRunning).count());
    }

    private SimulatedTask task(String arn) {
        SimulatedTask task = tasks.get(arn);
        if (task == null) {
            throw refusal(
                    ResourceNotFoundException.builder(),
                    "ResourceNotFoundFault",
                    "Replication task " + arn + " not found");
        }
        return task;
    }

    private static AwsServiceException wrongState(SimulatedTask task, String what) {
        return refusal(
                InvalidResourceStateException.builder(),
                "InvalidResourceStateFault",
                "Replication task %s %s: it is %s".formatted(task.arn(), what, task.status()));
    }

    private static AwsServiceException refusal(
            AwsServiceException.Builder exception, String code, String message) {
        return Refusal.of(exception, "DatabaseMigration", code, message);
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
