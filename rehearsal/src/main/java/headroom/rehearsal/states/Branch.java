package headroom.rehearsal.states;

import headroom.simulated.time.Scheduler.Appointment;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Map;

/// Walks through one flow, a state at a time: the machine's, or that of a Parallel's branch.
///
/// Each step to the next state is an appointment of its own, so parallel branches take turns and a
/// long loop needs no stack.
final class Branch {
    private final Execution execution;
    private final StateGraph flow;
    private final Variables variables;
    private final Ending ending;
    private @Nullable Appointment upcoming;
    private @Nullable StateVisit visit;
    private boolean stopped;

    /// Who is told when the branch is at its end; never after it has been stopped.
    interface Ending {
        void succeeded(@Nullable Object output);

        void failed(Failure failure);
    }

    Branch(Execution execution, StateGraph flow, Variables variables, Ending ending) {
        this.execution = execution;
        this.flow = flow;
        this.variables = variables;
        this.ending = ending;
    }

    void start(@Nullable Object input) {
        goTo(flow.startAt(), input);
    }

    void stop() {
        stopped = true;
        if (upcoming != null) {
            upcoming.cancel();
        }
        if (visit != null) {
            visit.stop();
        }
    }

    boolean isStopped() {
        return stopped;
    }

    Execution execution() {
        return execution;
    }

    Variables variables() {
        return variables;
    }

    void leave(
            State state,
            Map<String, @Nullable Object> assigned,
            @Nullable Object output,
            @Nullable String next) {
        execution.history().add(1);
        variables.assign(assigned);
        visit = null;
        execution.tell(new Event.StateExited(execution, state.name(), output));
        if (stopped) {
            return;
        }
        if (next == null) {
            ending.succeeded(output);
        } else {
            goTo(next, output);
        }
    }

    void fail(State state, Failure failure) {
        execution.tell(new Event.StateFailed(execution, state.name(), failure));
        if (stopped) {
            return;
        }
        if (failure.endsTheExecution()) {
            execution.failed(failure);
        } else {
            ending.failed(failure);
        }
    }

    private void goTo(String state, @Nullable Object input) {
        upcoming =
                execution.scheduler().after(Duration.ZERO, () -> enter(flow.state(state), input));
    }

    private void enter(State state, @Nullable Object input) {
        visit = new StateVisit(this, state, input);
        visit.begin();
    }
}
