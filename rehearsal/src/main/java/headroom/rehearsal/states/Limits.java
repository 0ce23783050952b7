package headroom.rehearsal.states;

import org.jspecify.annotations.Nullable;

import java.time.Duration;

/// The quotas of Step Functions (developer guide, "Quotas") that a run can meet.
final class Limits {
    static final int PAYLOAD_BYTES = 262_144;
    static final int VARIABLES_BYTES = 10 * 1024 * 1024;
    static final int CAUSE_LENGTH = 32_768;
    static final int HISTORY_EVENTS = 25_000;
    static final int SECONDS = 99_999_999;
    static final int NAME_LENGTH = 80;
    static final Duration EXECUTION = Duration.ofDays(365);

    private Limits() {}

    /// Answers `value`, unless its text in UTF-8 is longer than a payload may be.
    static @Nullable Object payload(String what, @Nullable Object value) {
        int bytes = Json.bytes(value);
        if (bytes > PAYLOAD_BYTES) {
            throw new Failure(
                            Failure.DATA_LIMIT,
                            "%s: found %d bytes of JSON, expected at most %d."
                                    .formatted(what, bytes, PAYLOAD_BYTES))
                    .raised();
        }
        return value;
    }

    /// The cause of an error as it is kept: what is longer is cut off.
    static @Nullable String cause(@Nullable String cause) {
        return cause == null || cause.length() <= CAUSE_LENGTH
                ? cause
                : cause.substring(0, CAUSE_LENGTH);
    }

    /// Answers `value` as seconds, if it is a whole number from `least` to [#SECONDS].
    static Duration seconds(String field, @Nullable Object value, int least) {
        if (value instanceof Integer whole && whole >= least && whole <= SECONDS) {
            return Duration.ofSeconds(whole);
        }
        throw Failure.query(
                "%s is %s; expected a whole number of seconds from %d to %d."
                        .formatted(field, Json.write(value), least, SECONDS));
    }
}
