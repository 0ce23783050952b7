package headroom.rehearsal.states;

import org.jspecify.annotations.Nullable;

/// What a task asks: a function, or an action of a service.
@FunctionalInterface
public interface Resource {
    /// Takes the question, and answers it through `call`: at once, later from the scheduler, or
    /// never. In the last case the task's own time limit strikes.
    ///
    /// @param arguments in the form of [Json]
    void call(@Nullable Object arguments, Call call);
}
