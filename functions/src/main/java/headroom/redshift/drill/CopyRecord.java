package headroom.redshift.drill;

import headroom.step.Json;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/// What is written down before a copy is asked for: without it nobody would know whose a copy is
/// that has no tags yet.
///
/// @param run the name of the execution that asks for it
/// @param askedAt when it was written
/// @param until from when the copy is given up
/// @param expires when it has to be gone
/// @param nodes that it uses at the most at any moment
public record CopyRecord(String run, Instant askedAt, Instant until, Instant expires, int nodes) {
    /// Where it stands on the drills' lease.
    public static final String ATTRIBUTE = "copyRecord";

    /// Clocks differ.
    private static final Duration SKEW = Duration.ofMinutes(2);

    /// What stands on the drills' lease; empty if nothing does, or it is not understood.
    public static Optional<CopyRecord> read(@Nullable String text) {
        try {
            return Optional.ofNullable(text)
                    .map(
                            each ->
                                    Json.read(
                                            each.getBytes(StandardCharsets.UTF_8),
                                            CopyRecord.class));
        } catch (RuntimeException notUnderstood) {
            return Optional.empty();
        }
    }

    /// Whether something that was created then may have been made for this record.
    boolean mayHaveMade(Instant createdAt) {
        return !createdAt.isBefore(askedAt.minus(SKEW));
    }

    /// @param lastSeen tells, as a sentence, what the drill waits for
    /// @throws CeilingReached if it is time to give up
    void refuseSpent(Instant now, Supplier<String> lastSeen) {
        if (!now.isBefore(until)) {
            throw new CeilingReached(
                    "By %s the drill would use up its node hours (setting drillMaxNodeHours), so it is given up. Last seen: %s"
                            .formatted(expires, lastSeen.get()));
        }
    }

    /// The wait before the next look, in seconds: not beyond the moment at which it gives up.
    int within(int waitSeconds, Instant now) {
        long left = Duration.between(now, until).plusMillis(999).toSeconds();
        return Math.clamp(left, 1, waitSeconds);
    }
}
