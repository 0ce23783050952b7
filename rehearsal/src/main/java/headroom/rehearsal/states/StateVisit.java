package headroom.rehearsal.states;

import headroom.simulated.time.Scheduler.Appointment;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One stay of a branch in one state: its input, the retries spent on it, and what it waits for.
final class StateVisit {
    private final Branch branch;
    private final Execution execution;
    private final State state;
    private final @Nullable Object input;
    private final Instant enteredAt;
    private final Map<Retrier, Integer> spent = new HashMap<>();
    private final List<Appointment> appointments = new ArrayList<>();
    private final List<Branch> forks = new ArrayList<>();
    private @Nullable Call awaited;
    private boolean begun;
    private int retries;

    StateVisit(Branch branch, State state, @Nullable Object input) {
        this.branch = branch;
        this.execution = branch.execution();
        this.state = state;
        this.input = input;
        this.enteredAt = execution.scheduler().now();
    }

    void begin() {
        guarded(
                () -> {
                    execution.history().transition();
                    execution.history().add(1);
                    execution.tell(new Event.StateEntered(execution, state.name(), input));
                    guarded(() -> state.run(this));
                });
    }

    Execution execution() {
        return execution;
    }

    @Nullable Object input() {
        return input;
    }

    Scope scope() {
        return scope(new LinkedHashMap<>());
    }

    Scope scopeWith(String name, @Nullable Object value) {
        Map<String, @Nullable Object> states = new LinkedHashMap<>();
        states.put(name, value);
        return scope(states);
    }

    private Scope scope(Map<String, @Nullable Object> states) {
        states.put("input", input);
        states.put("context", execution.context(state.name(), enteredAt, retries));
        Map<String, @Nullable Object> bindings = branch.variables().visible();
        bindings.put("states", states);
        return new Scope(bindings, execution.scheduler().now());
    }

    void later(Duration delay, Runnable step) {
        appointments.add(execution.scheduler().after(delay, () -> guarded(step)));
    }

    void call(Task task, @Nullable Object arguments) {
        begun(History.TASK_BEGUN);
        Call call = new Call(this, task);
        awaited = call;
        execution.tell(new Event.TaskCalled(execution, task.name(), task.resource(), arguments));
        if (!branch.isStopped()) {
            execution.resource(task.resource()).call(arguments, call);
        }
    }

    void answer(Call call, Runnable answer) {
        if (call == awaited) {
            guarded(answer);
        }
    }

    void fork(List<StateGraph> flows, @Nullable Object given, List<Branch.Ending> endings) {
        begun(History.PARALLEL_BEGUN);
        for (int each = 0; each < flows.size(); each++) {
            Variables variables = new Variables(branch.variables());
            forks.add(new Branch(execution, flows.get(each), variables, endings.get(each)));
        }
        List.copyOf(forks).forEach(each -> each.start(given));
    }

    /// Does a step of the state. What it raises is the state's error, for Retry and Catch.
    void guarded(Runnable step) {
        if (branch.isStopped()) {
            return;
        }
        try {
            step.run();
        } catch (Failure.Raised raised) {
            note(raised);
            fail(raised.failure());
        }
    }

    void leave(Transition exit, Scope scope, @Nullable Object otherwise) {
        settle();
        Map<String, @Nullable Object> assigned = new LinkedHashMap<>();
        exit.assign().forEach((name, each) -> assigned.put(name, each.evaluate(scope)));
        Limits.payload("The variables of one Assign", assigned);
        Object output = exit.output() == null ? otherwise : exit.output().evaluate(scope);
        Limits.payload("The state's output", output);
        branch.leave(state, Collections.unmodifiableMap(assigned), output, exit.next());
    }

    /// Retries, or else catches, or else gives up. An error in a catcher's own expressions has
    /// nobody left to catch it.
    void fail(Failure failure) {
        try {
            settle();
            Optional<Retrier> retrier = state.recovery().retrierFor(failure);
            Optional<Catcher> catcher = state.recovery().catcherFor(failure);
            if (retrier.isPresent() && spent(retrier.get()) < retrier.get().maxAttempts()) {
                retry(retrier.get(), failure);
            } else if (catcher.isPresent()) {
                leaveBy(catcher.get(), failure);
            } else {
                branch.fail(state, failure);
            }
        } catch (Failure.Raised last) {
            note(last);
            branch.fail(state, last.failure());
        }
    }

    private void retry(Retrier retrier, Failure failure) {
        Duration delay = retrier.delayAfter(spent(retrier));
        spent.merge(retrier, 1, Integer::sum);
        retries++;
        execution.history().transition();
        later(delay, () -> state.run(this));
        execution.tell(new Event.StateRetried(execution, state.name(), failure, retries, delay));
    }

    private void leaveBy(Catcher catcher, Failure failure) {
        Transition exit = catcher.exit();
        execution.tell(
                new Event.FailureCaught(
                        execution, state.name(), failure, String.valueOf(exit.next())));
        if (!branch.isStopped()) {
            leave(exit, scopeWith("errorOutput", failure.asOutput()), failure.asOutput());
        }
    }

    private void note(Failure.Raised raised) {
        if (raised.failure().error().equals(Failure.QUERY)) {
            execution.history().note();
        }
    }

    private int spent(Retrier retrier) {
        return spent.getOrDefault(retrier, 0);
    }

    private void begun(int events) {
        execution.history().add(events);
        begun = true;
    }

    /// Ends the attempt under way, if there is one, and takes back what it has still to expect.
    private void settle() {
        stop();
        if (begun) {
            begun = false;
            execution.history().add(1);
        }
    }

    void stop() {
        awaited = null;
        appointments.forEach(Appointment::cancel);
        appointments.clear();
        forks.forEach(Branch::stop);
        forks.clear();
    }
}
