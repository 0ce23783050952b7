package headroom.simulated.faults;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;

import java.time.Duration;
import java.util.function.Supplier;

/// What a client of the SDK does below its interface: each attempt takes time, and one that is
/// throttled is made again after a while, until there were enough.
///
/// So does the SDK in its mode `legacy`, which is the default (LegacyRetryStrategy): four attempts,
/// and after one that was throttled a delay from half a second on that doubles each time, between
/// half of that and the whole by chance. Here it is always three quarters, the mean of it. Other
/// errors are not repeated: a fault stands for all attempts.
final class Attempts {
    /// A call of a service's API over a connection that is open, within a region: between 20 and
    /// 100 ms. Slower ones leave less time, faster ones drain a quota sooner.
    static final Duration CALL = Duration.ofMillis(20);

    static final int MOST = AwsRetryStrategy.legacyRetryStrategy().maxAttempts();

    private static final Duration BASE = Duration.ofMillis(500);

    private Attempts() {}

    static <T> T make(Supplier<T> attempt, InvocationTimer timer) {
        for (int made = 1; ; made++) {
            timer.use(CALL);
            try {
                return attempt.get();
            } catch (AwsServiceException refusal) {
                if (!refusal.isThrottlingException() || made == MOST) {
                    throw refusal;
                }
            }
            timer.use(delayAfter(made));
        }
    }

    /// @param made how many attempts were throttled so far
    static Duration delayAfter(int made) {
        return BASE.multipliedBy(1L << (made - 1)).multipliedBy(3).dividedBy(4);
    }
}
