package headroom.rehearsal.states;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// Something that has just happened in an execution; the scheduler has the time.
///
/// Whoever hears of it may abort the execution there and then.
public sealed interface Event {
    Execution execution();

    record ExecutionStarted(Execution execution) implements Event {}

    record StateEntered(Execution execution, String state, @Nullable Object input)
            implements Event {}

    /// Told before the resource is called. Every retry calls again.
    record TaskCalled(
            Execution execution, String state, String resource, @Nullable Object arguments)
            implements Event {}

    /// A failed state will be tried again.
    ///
    /// @param retry counts from 1 for each visit, whichever retrier granted it
    /// @param delay until the state is tried again
    record StateRetried(
            Execution execution, String state, Failure failure, int retry, Duration delay)
            implements Event {}

    record FailureCaught(Execution execution, String state, Failure failure, String next)
            implements Event {}

    /// Nothing caught it: it ends the execution, or in a branch fails the Parallel.
    record StateFailed(Execution execution, String state, Failure failure) implements Event {}

    record StateExited(Execution execution, String state, @Nullable Object output)
            implements Event {}

    record ExecutionEnded(Execution execution) implements Event {}
}
