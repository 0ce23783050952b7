package headroom.report;

import java.time.Duration;
import java.time.Instant;

/// What operators were told last, as the lease keeps it.
///
/// @param about what it was about, in the same words each time; [#NOTHING] for what is over
/// @param since when they were first told of it
/// @param at when they were last told of it
public record Told(String about, Instant since, Instant at) {
    public static final String NOTHING = "nothing";

    private static final Duration SOON = Duration.ofHours(1);
    private static final Duration LATER = Duration.ofHours(4);
    private static final Duration THEN = Duration.ofDays(1);

    /// The first word of something.
    public static Told first(String about, Instant now) {
        return new Told(about, now, now);
    }

    /// The same once more.
    public Told again(Instant now) {
        return new Told(about, since, now);
    }

    /// Whether it is time to say the same again: an hour after it was first said, after four, and
    /// then each day. Who gets it each hour stops reading.
    public boolean isDueAgain(Instant now) {
        Instant due = since.plus(at.isBefore(since.plus(SOON)) ? SOON : LATER);
        return !now.isBefore(at.isBefore(since.plus(LATER)) ? due : at.plus(THEN));
    }

    /// What operators know as of today; [#NOTHING] if it was said longer ago.
    public String standing(Instant now) {
        return isOfToday(now) ? about : NOTHING;
    }

    /// Whether it was said within the last day.
    public boolean isOfToday(Instant now) {
        return now.isBefore(at.plus(THEN));
    }
}
