package headroom.redshift.plan;

import headroom.redshift.Policy;
import headroom.redshift.cluster.ResizeMethod;
import headroom.text.Span;

import java.time.Duration;
import java.util.Optional;

/// For how long replication is expected to stand still for a resize, and how that is known: by a
/// drill of such a resize, or else by what is usual.
///
/// @param method of the resize
/// @param resize from the request until writes are possible
/// @param around what is spent before it and after it
/// @param measure what it rests on; empty if on nothing that was measured
public record ExpectedPause(
        ResizeMethod method, Duration resize, Duration around, Optional<Drilled> measure) {
    /// An elastic resize, at its usual worst.
    private static final Duration USUAL_ELASTIC = Duration.ofMinutes(20);

    /// Stopping the tasks, a snapshot and starting the tasks, at their usual worst.
    private static final Duration AROUND_ELASTIC = Duration.ofMinutes(25);

    /// The same around a classic resize.
    static final Duration AROUND_CLASSIC = Duration.ofHours(1);

    static ExpectedPause of(ResizeMethod method, Facts facts, Policy policy) {
        return of(
                method,
                facts.measure(method),
                facts.cluster().nodes(),
                facts.megabytes(),
                policy.classic());
    }

    /// @param measure what a drill says of it
    /// @param nodes that the cluster has
    /// @param megabytes on its disks, if that is known
    /// @param classic the hours that the owner allows for a classic resize: all that is known of
    ///   one without a measure
    public static ExpectedPause of(
            ResizeMethod method,
            Optional<Drilled> measure,
            int nodes,
            Optional<Double> megabytes,
            Optional<Duration> classic) {
        Optional<Duration> measured = measure.map(each -> each.expected(nodes, megabytes));
        return switch (method) {
            case ELASTIC ->
                    new ExpectedPause(
                            method, measured.orElse(USUAL_ELASTIC), AROUND_ELASTIC, measure);
            case CLASSIC ->
                    new ExpectedPause(
                            method,
                            measured.or(() -> classic).orElseThrow(),
                            AROUND_CLASSIC,
                            measure);
        };
    }

    public Duration length() {
        return resize.plus(around);
    }

    /// Where the figure comes from, for people; empty where nothing was measured, nor could be.
    Optional<String> source(Policy policy) {
        return measure.map(
                        each ->
                                "The resize is expected to take %s until writes are possible: %s. That is scaled to this cluster's data and nodes, with a margin."
                                        .formatted(new Span(resize), each.sentence()))
                .or(() -> policy.drillMaxNodeHours().map(_ -> unmeasured()));
    }

    private String unmeasured() {
        return switch (method) {
                    case ELASTIC -> "The pause is what an elastic resize usually takes at worst";
                    case CLASSIC -> "The pause is reckoned with classicHours";
                }
                + ": no drill of the last months tells of such a resize.";
    }
}
