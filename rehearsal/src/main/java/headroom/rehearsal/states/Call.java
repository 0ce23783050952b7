package headroom.rehearsal.states;

import org.jspecify.annotations.Nullable;

/// One question of a task, to be answered at most once. An answer that comes when nobody waits for
/// it any more is ignored, as it is there: what was done for it stays done.
public final class Call {
    private final StateVisit visit;
    private final Task task;
    private boolean answered;

    Call(StateVisit visit, Task task) {
        this.visit = visit;
        this.task = task;
    }

    public Execution execution() {
        return visit.execution();
    }

    public String state() {
        return task.name();
    }

    /// The same question once more, whose answer is lost on its way.
    public Call unheard() {
        return new Call(visit, task);
    }

    /// Ends the task well.
    ///
    /// @throws IllegalArgumentException if `result` is not JSON
    public void succeed(@Nullable Object result) {
        Object copy = Json.copy(result);
        answer(() -> task.answered(visit, copy));
    }

    /// Fails the task.
    ///
    /// @param error the name that Retry and Catch are to match
    public void fail(String error, @Nullable String cause) {
        answer(() -> visit.fail(new Failure(error, Limits.cause(cause))));
    }

    private void answer(Runnable answer) {
        if (answered) {
            throw new IllegalStateException(
                    "State %s has its answer already; a call is answered once."
                            .formatted(task.name()));
        }
        answered = true;
        visit.answer(this, answer);
    }
}
