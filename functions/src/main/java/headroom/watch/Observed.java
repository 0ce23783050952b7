package headroom.watch;

import headroom.replication.PausedTask;

import java.time.Instant;
import java.util.Optional;

/// A task that was resumed, and is looked at for a while.
///
/// @param until when; the state machine writes it, two hours after the resume
/// @param relapses how often it has broken down under observation before
record Observed(String arn, String name, Instant until, Optional<Integer> relapses) {
    /// One that breaks down after each start needs a person.
    static final int MOST_RELAPSES = 3;

    boolean isHopeless() {
        return relapses.orElse(0) >= MOST_RELAPSES;
    }

    PausedTask task() {
        return new PausedTask(arn, name);
    }

    /// As it goes back on the record of what is to be started.
    Relapsed relapsed() {
        return new Relapsed(arn, name, relapses.orElse(0) + 1);
    }

    record Relapsed(String arn, String name, int relapses) {}
}
