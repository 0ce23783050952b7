package headroom.rehearsal.states;

import headroom.simulated.time.Scheduler;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/// One run of a machine.
public final class Execution {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Machine machine;
    private final String name;
    private final @Nullable Object input;
    private final Instant startedAt;
    private final History history = new History();
    private final Branch root;
    private final Scheduler.Appointment deadline;
    private Status status = Status.RUNNING;
    private @Nullable Object output;
    private @Nullable Failure failure;
    private @Nullable Instant endedAt;

    /// As DescribeExecution calls it.
    public enum Status {
        RUNNING,
        SUCCEEDED,
        FAILED,
        TIMED_OUT,
        ABORTED
    }

    Execution(Machine machine, String name, @Nullable Object input) {
        this.machine = machine;
        this.name = name;
        this.input = input;
        startedAt = machine.scheduler().now();
        Definition definition = machine.definition();
        root = new Branch(this, definition.flow(), new Variables(null), new End());
        deadline = machine.scheduler().after(definition.timeout(), this::timeOut);
    }

    void start() {
        history.add(1);
        root.start(input);
        tell(new Event.ExecutionStarted(this));
    }

    public String arn() {
        return machine.arn().replace(":stateMachine:", ":execution:") + ":" + name;
    }

    public String name() {
        return name;
    }

    public @Nullable Object input() {
        return input;
    }

    /// What it was given as a field of its input; empty if it has no such field.
    public String input(String field) {
        return input instanceof Map<?, ?> fields && fields.get(field) != null
                ? String.valueOf(fields.get(field))
                : "";
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Status status() {
        return status;
    }

    public boolean isRunning() {
        return status == Status.RUNNING;
    }

    /// Null unless it succeeded; then perhaps JSON's null.
    public @Nullable Object output() {
        return output;
    }

    /// Null while it runs, and when it succeeded.
    public @Nullable Failure failure() {
        return failure;
    }

    /// Null while it runs.
    public @Nullable Instant endedAt() {
        return endedAt;
    }

    /// The events that the service would have in its history by now.
    public int historyEvents() {
        return history.events();
    }

    /// What the service would bill by now: every state entered, in branches too, and every retry.
    public int transitions() {
        return history.transitions();
    }

    /// What StopExecution does: the states stop where they are, and no Catch runs. Nothing happens
    /// if the execution is at its end.
    public void abort(String error, @Nullable String cause) {
        end(Status.ABORTED, null, new Failure(error, cause));
    }

    Scheduler scheduler() {
        return machine.scheduler();
    }

    History history() {
        return history;
    }

    BranchError branchError() {
        return machine.branchError();
    }

    Resource resource(String resource) {
        return machine.resource(resource);
    }

    void tell(Event event) {
        machine.listener().accept(event);
    }

    void failed(Failure last) {
        end(Status.FAILED, null, last);
    }

    /// `$states.context`; it says nothing of a role.
    Map<String, @Nullable Object> context(String state, Instant enteredAt, int retries) {
        Map<String, @Nullable Object> execution =
                new LinkedHashMap<>(
                        Map.of(
                                "Id",
                                arn(),
                                "Name",
                                name,
                                "RedriveCount",
                                0,
                                "StartTime",
                                TIME.format(startedAt)));
        execution.put("Input", input);
        return Map.of(
                "Execution",
                execution,
                "State",
                Map.of(
                        "EnteredTime", TIME.format(enteredAt),
                        "Name", state,
                        "RetryCount", retries),
                "StateMachine",
                Map.of("Id", machine.arn(), "Name", machine.name()));
    }

    private void timeOut() {
        end(Status.TIMED_OUT, null, new Failure(Failure.TIMEOUT, null));
    }

    private void end(Status last, @Nullable Object result, @Nullable Failure reason) {
        if (!isRunning()) {
            return;
        }
        root.stop();
        deadline.cancel();
        status = last;
        output = result;
        failure = reason;
        endedAt = scheduler().now();
        history.note();
        tell(new Event.ExecutionEnded(this));
    }

    private final class End implements Branch.Ending {
        @Override
        public void succeeded(@Nullable Object result) {
            end(Status.SUCCEEDED, result, null);
        }

        @Override
        public void failed(Failure last) {
            end(Status.FAILED, null, last);
        }
    }
}
