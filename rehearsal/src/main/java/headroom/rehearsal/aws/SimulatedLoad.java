package headroom.rehearsal.aws;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/// The copy of whole tables by which a task begins. The task is `running` meanwhile, as it is
/// afterwards.
public final class SimulatedLoad {
    private final Duration takes;
    private int from;
    private @Nullable Instant since;

    /// @param percent how far it is when the story begins
    /// @param takes how long the rest takes
    public SimulatedLoad(int percent, Duration takes) {
        from = percent;
        this.takes = takes;
    }

    void goOn(Instant now) {
        if (since == null) {
            since = now;
        }
    }

    /// A task that is stopped meanwhile begins anew.
    void interrupt(Instant now) {
        from = percent(now) < 100 ? 0 : 100;
        since = null;
    }

    int percent(Instant now) {
        if (since == null) {
            return from;
        }
        long part = (100 - from) * Duration.between(since, now).toSeconds() / takes.toSeconds();
        return (int) Math.min(100, from + part);
    }
}
