package headroom.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

final class ProgressTest {
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Ticking clock = new Ticking();

    @Test
    void writesOneLineOfATerminalAnew() {
        Progress progress = new Progress(new PrintStream(err, true, UTF_8), true, clock);
        progress.begin("stories", 3_000);
        step(progress, Duration.ofSeconds(1));
        step(progress, Duration.ofMillis(1));
        step(progress, Duration.ofSeconds(2));
        progress.close();
        assertEquals(
                "\r\u001b[K1 of 3,000 stories, about 50 min left"
                        + "\r\u001b[K3 of 3,000 stories, about 50 min left"
                        + "\r\u001b[K",
                err.toString(UTF_8));
        assertEquals("3 of 3,000 stories", progress.counted());
    }

    @Test
    void writesALineNowAndThenWhereItMayBeAFile() {
        Progress progress = new Progress(new PrintStream(err, true, UTF_8), false, clock);
        progress.begin("scenes", 5);
        step(progress, Duration.ofSeconds(14));
        step(progress, Duration.ofSeconds(6));
        step(progress, Duration.ofSeconds(4));
        progress.close();
        assertEquals("2 of 5 scenes, about 30 s left%n".formatted(), err.toString(UTF_8));
    }

    @Test
    void saysNothingOfWhatIsOverAtOnce() {
        Progress progress = new Progress(new PrintStream(err, true, UTF_8), true, clock);
        progress.begin("stories", 2);
        step(progress, Duration.ofMillis(1));
        step(progress, Duration.ofMillis(1));
        progress.close();
        assertEquals("", err.toString(UTF_8));
    }

    private void step(Progress progress, Duration took) {
        clock.now = clock.now.plus(took);
        progress.step();
    }

    private static final class Ticking extends Clock {
        private Instant now = Instant.parse("2026-11-22T04:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
