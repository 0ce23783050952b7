package headroom.benchmarks.pause;

import headroom.benchmarks.findings.Table;
import headroom.benchmarks.findings.Target;
import headroom.redshift.cluster.ResizeMethod;
import headroom.redshift.plan.Drilled;
import headroom.redshift.plan.ExpectedPause;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/// What it is worth to know beforehand how long a resize takes: whether the plan's expectation,
/// with a drill's measure and without one, lets those begin whose source keeps its log for long
/// enough, and no others.
///
/// @param all the resizes that were played, each with what its plan could know
record Forecasts(List<Forecast> all) {
    private static final long SEED = 20_261_128;
    private static final Instant DRILLED_AT = Instant.parse("2026-11-01T00:00:00Z");
    private static final int NODES = 4;
    private static final double MEGABYTES = 1_000_000;

    /// Of all runs that begin with a measure.
    private static final double MOST_OUTLAST = 1;

    /// @param left of the source's log when the pause begins
    /// @param guess what the owner allows for a classic resize, without knowing how long it takes
    /// @param measure of a drill some weeks before
    /// @param megabytes on the disks by now
    record Forecast(
            Compared played, Duration left, Duration guess, Drilled measure, double megabytes) {

        boolean isRefused(boolean measured) {
            Duration expected =
                    ExpectedPause.of(
                                    played.trace().method(),
                                    Optional.of(measure).filter(_ -> measured),
                                    NODES,
                                    Optional.of(megabytes),
                                    Optional.of(guess))
                            .length();
            return expected.compareTo(left) >= 0;
        }

        boolean outlasts() {
            return played.ours().course().pause().compareTo(left) >= 0;
        }
    }

    static Forecasts of(Sample sample) {
        SplittableRandom random = new SplittableRandom(SEED);
        return new Forecasts(sample.all().stream().map(each -> of(each, random)).toList());
    }

    private static Forecast of(Compared played, SplittableRandom random) {
        boolean classic = played.trace().method() == ResizeMethod.CLASSIC;
        double growth = random.nextDouble(1, 1.5);
        double differs = random.nextDouble(0.8, 1.25);
        int minutes = (int) Math.ceil(played.trace().resize().toMinutes() / growth * differs);
        Duration left =
                Duration.ofMinutes(classic ? random.nextInt(120, 5760) : random.nextInt(20, 240));
        Duration guess = Duration.ofHours(random.nextInt(2, 49));
        Drilled measure =
                new Drilled(
                        DRILLED_AT,
                        "ra3.4xlarge",
                        NODES,
                        2 * NODES,
                        played.trace().method(),
                        Optional.of(MEGABYTES),
                        minutes,
                        minutes,
                        minutes);
        return new Forecast(played, left, guess, measure, MEGABYTES * growth);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>(how().lines().toList());
        lines.add("");
        Table table =
                new Table(
                        "The plan reckons with",
                        "refused, of those whose log was long enough, %",
                        "outlast their log, of those begun, %");
        for (ResizeMethod method : ResizeMethod.values()) {
            for (boolean measured : new boolean[] {false, true}) {
                table.row(
                        "%s, %s"
                                .formatted(
                                        method.name().toLowerCase(Locale.ROOT),
                                        measured ? "a drill's measure" : usual(method)),
                        inWords(refusedInVain(method, measured)),
                        inWords(outlasting(method, measured)));
            }
        }
        lines.addAll(table.lines());
        return lines;
    }

    private static String usual(ResizeMethod method) {
        return switch (method) {
            case ELASTIC -> "the usual worst";
            case CLASSIC -> "classicHours";
        };
    }

    private static String how() {
        return """
        The same resizes once more, now for what their plans could know. The source has 20 minutes to 4 hours of its log left
        for an elastic resize, and 2 to 96 hours for a classic one. Without a drill the plan reckons an elastic resize at its usual
        worst, and a classic one with what the owner guesses: 2 to 48 hours, whatever is true. A drill some weeks before was of as many
        nodes and two thirds of the data or more, and differs by up to a quarter from what the same resize takes now. These are
        assumptions; what is compared is the plan's own reckoning. Its margin is meant for the last column: tasks that outlast their log
        need a full load, and a run that is refused in vain needs a person to look.
        """;
    }

    /// In percent of those whose log was long enough.
    double refusedInVain(ResizeMethod method, boolean measured) {
        return percent(method, each -> !each.outlasts(), each -> each.isRefused(measured));
    }

    /// In percent of those that begin.
    double outlasting(ResizeMethod method, boolean measured) {
        return percent(method, each -> !each.isRefused(measured), Forecast::outlasts);
    }

    private double percent(
            ResizeMethod method, Predicate<Forecast> among, Predicate<Forecast> which) {
        List<Forecast> some =
                all.stream()
                        .filter(each -> each.played().trace().method() == method)
                        .filter(among)
                        .toList();
        return 100.0 * some.stream().filter(which).count() / some.size();
    }

    List<Target> targets() {
        List<Target> targets = new ArrayList<>();
        for (ResizeMethod method : ResizeMethod.values()) {
            targets.add(
                    new Target(
                            "%s: runs that outlast their log, of those begun with a measure, %%"
                                    .formatted(method.name().toLowerCase(Locale.ROOT)),
                            outlasting(method, true),
                            MOST_OUTLAST));
        }
        return targets;
    }

    private static String inWords(double percent) {
        return String.format(Locale.ROOT, "%.1f", percent);
    }
}
