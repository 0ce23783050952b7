package headroom.stress.servers;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// How long something real is waited for that nobody tells the end of.
public record Patience(Duration most, Clock clock) {
    private static final Duration BETWEEN = Duration.ofMillis(10);

    public Patience(Duration most) {
        this(most, Clock.systemUTC());
    }

    /// @param value null of one that is not there yet
    public record Answer<T>(@Nullable T value, boolean isLast) {
        public static <T> Answer<T> of(T value) {
            return new Answer<>(value, true);
        }

        public static <T> Answer<T> notYet() {
            return new Answer<>(null, false);
        }

        public static <T> Answer<T> never() {
            return new Answer<>(null, true);
        }
    }

    /// The first last answer; null if there is none within that time.
    public <T> @Nullable T until(Supplier<Answer<T>> question) {
        Instant end = clock.instant().plus(most);
        while (true) {
            Answer<T> answer = question.get();
            if (answer.isLast() || clock.instant().isAfter(end)) {
                return answer.value();
            }
            LockSupport.parkNanos(BETWEEN.toNanos());
        }
    }

    /// @param what for people, of what does not come about
    /// @throws IllegalStateException if it does not within that time
    public void require(String what, BooleanSupplier holds) {
        Boolean held =
                until(() -> holds.getAsBoolean() ? Answer.of(true) : Answer.<Boolean>notYet());
        if (held == null) {
            throw new IllegalStateException(
                    "%s was waited for, and did not come about within %s.".formatted(what, most));
        }
    }
}
