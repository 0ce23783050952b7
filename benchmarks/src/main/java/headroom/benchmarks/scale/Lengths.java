package headroom.benchmarks.scale;

import headroom.benchmarks.findings.Table;
import headroom.benchmarks.resize.Rehearsed;
import headroom.benchmarks.resize.Trace;
import headroom.redshift.cluster.ResizeMethod;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/// What a run uses by the length of its resize. Each count is the most that came of any kind of
/// estimate.
final class Lengths {
    static final Trace LONGEST = classic(Duration.ofDays(14));

    private static final List<Trace> ALL =
            List.of(
                    elastic(Duration.ofMinutes(10)),
                    elastic(Duration.ofMinutes(20)),
                    classic(Duration.ofHours(2)),
                    classic(Duration.ofHours(6)),
                    classic(Duration.ofDays(1)),
                    classic(Duration.ofDays(2)),
                    classic(Duration.ofDays(7)),
                    LONGEST);

    private Lengths() {}

    static Table table() {
        Table table =
                new Table(
                        "A resize of",
                        "polls",
                        "state transitions",
                        "Lambda invocations",
                        "history events");
        for (Trace trace : ALL) {
            table.row(
                    words(trace),
                    most(trace, each -> each.course().polls()),
                    most(trace, Rehearsed::transitions),
                    most(trace, Rehearsed::invocations),
                    most(trace, Rehearsed::historyEvents));
        }
        return table;
    }

    private static String most(Trace trace, ToIntFunction<Rehearsed> count) {
        return String.format(Locale.ROOT, "%,d", Rehearsed.most(trace, count));
    }

    private static String words(Trace trace) {
        Duration time = trace.resize();
        String length =
                time.toHours() == 0
                        ? time.toMinutes() + " minutes"
                        : time.toDays() < 2 ? time.toHours() + " hours" : time.toDays() + " days";
        return length + ", " + trace.method().name().toLowerCase(Locale.ROOT);
    }

    private static Trace elastic(Duration time) {
        return Trace.ordinary(ResizeMethod.ELASTIC, time, Trace.TASKS);
    }

    private static Trace classic(Duration time) {
        return Trace.ordinary(ResizeMethod.CLASSIC, time, Trace.TASKS);
    }
}
