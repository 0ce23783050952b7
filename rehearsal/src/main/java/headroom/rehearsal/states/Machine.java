package headroom.rehearsal.states;

import headroom.simulated.time.Scheduler;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

/// A definition that can be started, as often as wanted. It remembers no run.
public final class Machine {
    private final String arn;
    private final Definition definition;
    private final Map<String, Resource> resources;
    private final Scheduler scheduler;
    private final Consumer<? super Event> listener;
    private final BranchError branchError;

    /// A machine whose executions live on `scheduler`.
    ///
    /// @param arn `arn:...:stateMachine:name`; it gives the executions theirs
    /// @param resources by the names under which the definition's tasks ask for them
    public Machine(
            String arn,
            Definition definition,
            Map<String, Resource> resources,
            Scheduler scheduler,
            Consumer<? super Event> listener) {
        this(arn, definition, resources, scheduler, listener, BranchError.INNER);
    }

    private Machine(
            String arn,
            Definition definition,
            Map<String, Resource> resources,
            Scheduler scheduler,
            Consumer<? super Event> listener,
            BranchError branchError) {
        this.arn = arn;
        this.definition = definition;
        this.resources = Map.copyOf(resources);
        this.scheduler = scheduler;
        this.listener = listener;
        this.branchError = branchError;
    }

    /// The same machine, where a failed branch shows under another name.
    public Machine with(BranchError other) {
        return new Machine(arn, definition, resources, scheduler, listener, other);
    }

    /// Starts an execution. It is told of before this returns; its first state comes from the
    /// scheduler.
    ///
    /// @throws IllegalArgumentException if the input is not JSON, or too large
    public Execution start(String name, @Nullable Object input) {
        Object copy = Json.copy(input);
        if (Json.bytes(copy) > Limits.PAYLOAD_BYTES) {
            throw new IllegalArgumentException(
                    "The input of execution %s has %d bytes of JSON; expected at most %d."
                            .formatted(name, Json.bytes(copy), Limits.PAYLOAD_BYTES));
        }
        Execution execution = new Execution(this, name, copy);
        execution.start();
        return execution;
    }

    public String arn() {
        return arn;
    }

    public String name() {
        return arn.substring(arn.lastIndexOf(':') + 1);
    }

    public Instant now() {
        return scheduler.now();
    }

    Definition definition() {
        return definition;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    BranchError branchError() {
        return branchError;
    }

    Consumer<? super Event> listener() {
        return listener;
    }

    Resource resource(String name) {
        Resource resource = resources.get(name);
        if (resource == null) {
            throw new IllegalStateException(
                    "Nobody answers for the resource %s; known are %s."
                            .formatted(name, resources.keySet()));
        }
        return resource;
    }
}
