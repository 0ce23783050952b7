package headroom.command.capacity;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Moments as people and the AWS CLI write them, of full minutes.
public final class Minute {
    public static final String EXPECTED = "a full minute such as \"2026-11-27T20:15Z\"";

    /// A day: the peak of one is among its minutes.
    public static final Duration LONGEST = Duration.ofHours(24);

    static final Duration ONE = Duration.ofMinutes(1);

    private Minute() {}

    /// Empty if it is of another form, or within a minute.
    public static Optional<Instant> parse(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant()).filter(Minute::isFull);
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }

    static boolean isFull(Instant moment) {
        return moment.equals(moment.truncatedTo(ChronoUnit.MINUTES));
    }
}
