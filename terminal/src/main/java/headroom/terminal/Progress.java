package headroom.terminal;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/// Says on the standard error how much of a long work is done, and about how long the rest takes.
///
/// A terminal has one line that is written anew; anything else gets a line of its own now and then.
/// Any thread may tell of a step.
public final class Progress implements AutoCloseable {
    private static final Duration OFTEN = Duration.ofMillis(200);
    private static final Duration NOW_AND_THEN = Duration.ofSeconds(15);

    /// Back to the line's beginning, and what stands on it is gone.
    private static final String ANEW = "\r\u001b[K";

    private final PrintStream err;
    private final boolean terminal;
    private final Clock clock;
    private String what = "";
    private long total;
    private long done;
    private Instant begin;
    private Instant told;
    private boolean shown;

    /// @param terminal whether the stream leads to one
    public Progress(PrintStream err, boolean terminal, Clock clock) {
        this.err = err;
        this.terminal = terminal;
        this.clock = clock;
        begin = clock.instant();
        told = begin;
    }

    /// Says nothing to anybody.
    public static Progress silent() {
        return new Progress(
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
                false,
                Clock.systemUTC());
    }

    /// A work begins.
    ///
    /// @param of what its steps are, in the plural
    public synchronized void begin(String of, long steps) {
        what = of;
        total = steps;
        done = 0;
        begin = clock.instant();
        told = begin;
    }

    /// One more step is done.
    public synchronized void step() {
        done++;
        Instant now = clock.instant();
        Duration pause = Duration.between(told, now);
        if (pause.compareTo(terminal ? OFTEN : NOW_AND_THEN) >= 0) {
            told = now;
            show("%s, %s".formatted(counted(), left(now)));
        }
    }

    /// A step begins that takes long.
    public synchronized void now(String step) {
        told = clock.instant();
        show("%s, now %s".formatted(counted(), step));
    }

    private void show(String line) {
        shown = true;
        if (terminal) {
            err.print(ANEW + line);
            err.flush();
        } else {
            err.println(line);
        }
    }

    /// Such as `300 of 1,280 stories`.
    public synchronized String counted() {
        return String.format(Locale.ROOT, "%,d of %,d %s", done, total, what);
    }

    private String left(Instant now) {
        double each = (double) Duration.between(begin, now).toMillis() / Math.max(1, done);
        long seconds = Math.round(each * (total - done) / 1000);
        return seconds < 60
                ? "about %d s left".formatted(seconds)
                : "about %d min left".formatted(Math.round(seconds / 60.0));
    }

    /// Takes the line away.
    @Override
    public synchronized void close() {
        if (terminal && shown) {
            shown = false;
            err.print(ANEW);
            err.flush();
        }
    }
}
