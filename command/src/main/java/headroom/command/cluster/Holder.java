package headroom.command.cluster;

import headroom.lease.Lease;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;

import java.time.Instant;

/// Who holds the lease.
sealed interface Holder {

    record Nobody() implements Holder {}

    record AtWork(Run run) implements Holder {}

    /// It ended, and has not freed its lease.
    record Dead(Run run) implements Holder {}

    /// An execution that Step Functions does not know, or not any more.
    record Gone(String arn) implements Holder {}

    static Holder of(Lease lease, SfnClient stepFunctions) {
        String owner = lease.owner();
        if (owner == null) {
            return new Nobody();
        }
        Run run = run(owner, stepFunctions);
        if (run == null) {
            return new Gone(owner);
        }
        return run.isRunning() ? new AtWork(run) : new Dead(run);
    }

    /// That there is no such execution is believed when it is said twice: the call is consistent
    /// only in the end.
    private static @Nullable Run run(String owner, SfnClient stepFunctions) {
        try {
            return Run.described(stepFunctions, owner);
        } catch (ExecutionDoesNotExistException perhaps) {
            try {
                return Run.described(stepFunctions, owner);
            } catch (ExecutionDoesNotExistException gone) {
                return null;
            }
        }
    }

    /// Whether no function of it can be at work any more.
    default boolean isSettled(Instant now) {
        return switch (this) {
            case Nobody _, Gone _ -> true;
            case AtWork(Run run) -> run.isSettled(now);
            case Dead(Run run) -> run.isSettled(now);
        };
    }
}
