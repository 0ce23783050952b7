package headroom.redshift.replication;

import java.time.Duration;

/// How far a task is behind its source. Where it stands still now, it resumes from there: it needs
/// the source's log of that long ago.
///
/// @param latest as CloudWatch knows it now
/// @param earlier as it was a quarter of an hour ago, or as far back as there are figures
public record Lag(Duration latest, Duration earlier) {

    /// Both ends of a task tell how far it is behind. The further one counts.
    Lag further(Lag other) {
        return new Lag(longer(latest, other.latest), longer(earlier, other.earlier));
    }

    /// Whether the task is catching up, so that it is worth a wait.
    public boolean shrinks() {
        return latest.compareTo(earlier) < 0;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }
}
