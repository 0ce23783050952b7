package headroom.redshift.plan;

import headroom.redshift.replication.Lag;
import headroom.redshift.replication.Replication;
import headroom.redshift.replication.Replication.State;
import headroom.redshift.replication.ServerlessReplication;
import headroom.text.Listing;
import headroom.text.Span;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the source's log allows a pause to take.
///
/// A task resumes from where it stood, so one that is behind needs the log of that long ago: what
/// is left to the pause is the retention less the largest lag.
///
/// @param retention for how long the source keeps its log
/// @param serverless the names of the serverless replications among the tasks: one that is not
///   started again in time cannot be resumed, whatever the log
/// @param farthest the task that is the farthest behind; empty if none is known to be
/// @param trusted the names of tasks without figures that have run for long enough to have caught
///   up
/// @param unknown the names of tasks of which nobody knows how far they are behind
record Allowance(
        Duration retention,
        List<String> serverless,
        Optional<Behind> farthest,
        List<String> trusted,
        List<String> unknown) {
    /// DMS gives up the capacity of a serverless replication that has not been started for 48
    /// hours. Two hours less: a start may take three quarters of an hour, and if it fails, the next
    /// recovery comes an hour later.
    static final Duration SERVERLESS = Duration.ofHours(48 - 2);

    /// A task whose figures are missing and that has run for so long without an error has had the
    /// time to catch up.
    private static final Duration SOUND = Duration.ofHours(1);

    /// Of the expected pause of a classic resize, what is spent before it and after it.
    private static final Duration AROUND = ExpectedPause.AROUND_CLASSIC;

    record Behind(String task, Lag lag) {}

    static Allowance of(
            List<Replication> tasks, Map<String, Lag> lags, Duration retention, Instant now) {
        List<Replication> running =
                tasks.stream().filter(each -> each.state() == State.RUNNING).toList();
        Map<Boolean, List<String>> withoutFigures =
                running.stream()
                        .filter(each -> !lags.containsKey(each.arn()))
                        .collect(
                                Collectors.partitioningBy(
                                        each -> isSound(each, now),
                                        Collectors.mapping(
                                                Replication::name, Collectors.toList())));
        return new Allowance(
                retention,
                running.stream()
                        .filter(ServerlessReplication.class::isInstance)
                        .map(Replication::name)
                        .toList(),
                running.stream()
                        .flatMap(each -> behind(each, lags))
                        .max(Comparator.comparing(each -> each.lag().latest()))
                        .filter(each -> each.lag().latest().isPositive()),
                withoutFigures.getOrDefault(true, List.of()),
                withoutFigures.getOrDefault(false, List.of()));
    }

    private static Stream<Behind> behind(Replication task, Map<String, Lag> lags) {
        Lag lag = lags.get(task.arn());
        return lag == null ? Stream.empty() : Stream.of(new Behind(task.name(), lag));
    }

    private static boolean isSound(Replication task, Instant now) {
        Instant since = task.soundSince();
        return since != null && Duration.between(since, now).compareTo(SOUND) > 0;
    }

    Duration behind() {
        return farthest.map(each -> each.lag().latest()).orElse(Duration.ZERO);
    }

    /// What a pause may take before a task can not resume any more.
    Duration left() {
        Duration ofLog = retention.minus(behind());
        Duration left = isLimitedByServerless(ofLog) ? SERVERLESS : ofLog;
        return left.isNegative() ? Duration.ZERO : left;
    }

    private boolean isLimitedByServerless(Duration ofLog) {
        return !serverless.isEmpty() && SERVERLESS.compareTo(ofLog) < 0;
    }

    /// Whether a pause of that length is too long for a serverless replication.
    boolean outlastsServerless(Duration pause) {
        return !serverless.isEmpty() && pause.compareTo(SERVERLESS) >= 0;
    }

    /// For people: what a pause is expected to take, and may.
    String inWords(Duration pause) {
        return "The pause: %s expected. The resize begins within %s of it, or is given up: so much of the %s may be spent before it."
                .formatted(new Span(pause), new Span(beforeResize(pause)), leftInWords());
    }

    private String leftInWords() {
        return isLimitedByServerless(retention.minus(behind()))
                ? new Span(SERVERLESS) + " in which a serverless replication can be resumed"
                : new Span(left()) + " of log that are left to the tasks";
    }

    boolean covers(Duration pause) {
        return pause.compareTo(left()) < 0;
    }

    /// Whether the task that is the farthest behind is catching up.
    boolean grows() {
        return farthest.filter(each -> each.lag().shrinks()).isPresent();
    }

    /// For how long the tasks may stand still before the resize begins. A resize cannot be taken
    /// back, so half of what is left is kept for it, and more if it is expected to take more. What
    /// is unknown halves it once more.
    ///
    /// @param pause the expected one, as a whole
    Duration beforeResize(Duration pause) {
        Duration half = left().dividedBy(2);
        Duration unlessLonger = left().minus(pause.minus(AROUND));
        Duration shorter = half.compareTo(unlessLonger) < 0 ? half : unlessLonger;
        return unknown.isEmpty() ? shorter : shorter.dividedBy(2);
    }

    /// For people.
    String sentence() {
        String known =
                farthest.map(
                                each ->
                                        "%s behind at most (%s)"
                                                .formatted(
                                                        new Span(each.lag().latest()), each.task()))
                        .orElse("none is, as far as CloudWatch has figures");
        return known
                + among(
                        "; without figures, and not behind as they have run for an hour without an"
                                + " error: ",
                        trusted)
                + among("; unknown, so that a pause may take half as much: ", unknown);
    }

    private static String among(String what, List<String> tasks) {
        return tasks.isEmpty() ? "" : what + Listing.of(tasks);
    }
}
