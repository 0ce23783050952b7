package headroom.rehearsal.states;

import java.time.Duration;
import java.util.List;

/// How often, and after which delays, a state is tried again. Jitter is not implemented, as a
/// scenario must replay. How often it was tried is the visit's to know.
///
/// @param maxAttempts the retries, so without the first attempt; zero is never
record Retrier(
        List<String> errorEquals,
        int intervalSeconds,
        int maxAttempts,
        double backoffRate,
        int maxDelaySeconds) {
    /// The specification names no upper bound; beyond this one it is a mistyped number.
    private static final double STEEPEST = 1_000;

    static Retrier parse(Fields fields, boolean last) {
        int interval = fields.whole("IntervalSeconds", 1, 1, Limits.SECONDS);
        Retrier retrier =
                new Retrier(
                        Recovery.errorEquals(fields, last),
                        interval,
                        fields.whole("MaxAttempts", 3, 0, Limits.SECONDS),
                        fields.number("BackoffRate", 2, 1, STEEPEST),
                        fields.whole("MaxDelaySeconds", Limits.SECONDS, interval, Limits.SECONDS));
        fields.refuseTheRest();
        return retrier;
    }

    /// @param spent the retries that this retrier has already given
    Duration delayAfter(int spent) {
        double seconds = intervalSeconds * Math.pow(backoffRate, spent);
        return Duration.ofMillis(Math.round(Math.min(seconds, maxDelaySeconds) * 1_000));
    }
}
