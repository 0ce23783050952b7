package headroom.simulated.redshift;

import java.time.Duration;
import java.time.Instant;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// Where a task is in its source's log. It falls behind while it stands still, or cannot write, and
/// catches up while it runs. A task that resumes needs the log from there on.
final class LogPosition {
    /// CloudWatch is asked for a quarter of an hour; what was before is forgotten.
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final NavigableMap<Instant, Leg> legs = new TreeMap<>();
    private final Duration atFirst;
    private final double catchesUp;

    /// @param behind how far it is behind when the leg begins
    private record Leg(Duration behind, boolean running, boolean writing) {}

    /// @param atFirst how far it is behind when the scenario begins
    /// @param catchesUp how many seconds of that it makes up for in each second that it runs
    LogPosition(Duration atFirst, double catchesUp) {
        this.atFirst = atFirst;
        this.catchesUp = catchesUp;
    }

    /// From now on it runs, or stands still.
    ///
    /// @param writing whether it gets anything into its target while it runs
    void go(boolean running, boolean writing, Instant now) {
        Duration behind = legs.isEmpty() ? atFirst : behind(now);
        legs.headMap(now.minus(REMEMBERED)).clear();
        legs.put(now, new Leg(behind, running, writing));
    }

    /// How far it is behind.
    Duration behind(Instant at) {
        var since = legs.floorEntry(at);
        if (since == null) {
            return atFirst;
        }
        double seconds = Duration.between(since.getKey(), at).toMillis() / 1000.0;
        boolean works = since.getValue().running() && since.getValue().writing();
        double change = works ? -catchesUp * seconds : seconds;
        long behind = Math.round(since.getValue().behind().toSeconds() + change);
        return Duration.ofSeconds(Math.max(0, behind));
    }

    /// The same as its metrics tell it; empty if it did not run, so that it had none.
    Optional<Duration> shown(Instant at) {
        var since = legs.floorEntry(at);
        return since == null || !since.getValue().running()
                ? Optional.empty()
                : Optional.of(behind(at));
    }
}
