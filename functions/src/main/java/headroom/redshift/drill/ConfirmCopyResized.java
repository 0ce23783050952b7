package headroom.redshift.drill;

import headroom.redshift.Clients;
import headroom.redshift.Settings;
import headroom.redshift.cluster.Cluster;
import headroom.redshift.cluster.ConfirmResized;
import headroom.redshift.cluster.LastResize;
import headroom.redshift.cluster.ResizeMethod;
import headroom.redshift.plan.Drilled;
import headroom.step.Progress;
import headroom.step.Step;

import software.amazon.awssdk.services.redshift.RedshiftClient;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Tells whether the copy has the planned size, as [ConfirmResized] does of the cluster, and notes
/// how it went: that is what the drill is for.
public final class ConfirmCopyResized extends Step<ConfirmCopyResized.Input> {
    private final RedshiftClient redshift;
    private final Settings copy;
    private final Clock clock;
    private final ConfirmResized confirm;

    /// @param since when the resize was seen to be under way
    /// @param megabytes on the cluster's disks, if that is known
    /// @param seen what the looks before this one have noted
    /// @param workedAt when Redshift was last seen resizing the copy; empty if it never was
    public record Input(
            int from,
            int nodes,
            String nodeType,
            ResizeMethod method,
            Instant since,
            Optional<Double> megabytes,
            CopyRecord copy,
            List<Seen> seen,
            Optional<Instant> workedAt) {}

    /// From this look on the copy was so, until the next one.
    ///
    /// @param status Redshift's
    /// @param answers whether queries were answered
    /// @param resized whether it took writes with its new size
    public record Seen(Instant at, String status, boolean answers, boolean resized) {
        boolean isLike(Seen other) {
            return status.equals(other.status)
                    && answers == other.answers
                    && resized == other.resized;
        }
    }

    /// @param done whether nothing of the resize is under way any more
    /// @param waitSeconds how long to wait before the next look
    /// @param seen to be handed to the next look
    /// @param workedAt to be handed to the next look
    /// @param measure what was measured; empty before it is done
    public record Answer(
            boolean done,
            int waitSeconds,
            List<Seen> seen,
            Optional<Instant> workedAt,
            Optional<Drilled> measure,
            String sentence) {}

    public ConfirmCopyResized() {
        this(Clients.redshift(), Settings.fromEnvironment(), Clock.systemUTC());
    }

    public ConfirmCopyResized(RedshiftClient redshift, Settings settings, Clock clock) {
        super(Input.class);
        this.redshift = redshift;
        copy = settings.ofCopy();
        this.clock = clock;
        confirm = new ConfirmResized(redshift, copy, clock);
    }

    @Override
    public Answer run(Input input) {
        Instant now = clock.instant();
        Cluster cluster = Cluster.describe(redshift, copy.cluster());
        Optional<LastResize> last = LastResize.describe(redshift, copy.cluster());
        var look =
                new ConfirmResized.Input(
                        input.nodes(), input.method(), input.since(), input.workedAt());
        Progress progress = confirm.progress(cluster, last, look);
        boolean resized = progress instanceof Progress.Done;
        List<Seen> seen = noted(cluster, resized, input.seen(), now);
        boolean moves = last.filter(LastResize::inProgress).isPresent();
        if (resized && cluster.canBeChanged() && !moves) {
            return new Answer(
                    true,
                    0,
                    seen,
                    Optional.empty(),
                    Optional.of(measure(input, seen, now)),
                    progress.sentence());
        }
        input.copy().refuseSpent(now, progress::sentence);
        int wait =
                switch (progress) {
                    case Progress.Working working -> working.waitSeconds();
                    case Progress.Done _ ->
                            input.method().pace().waitSeconds(Duration.between(input.since(), now));
                };
        Optional<Instant> workedAt =
                progress instanceof Progress.Working working
                        ? Optional.ofNullable(working.workedAt())
                        : input.workedAt();
        return new Answer(
                false,
                input.copy().within(wait, now),
                seen,
                workedAt,
                Optional.empty(),
                progress.sentence());
    }

    private static List<Seen> noted(
            Cluster cluster, boolean resized, List<Seen> before, Instant now) {
        Seen seen = new Seen(now, cluster.status(), cluster.answersQueries(), resized);
        if (!before.isEmpty() && before.getLast().isLike(seen)) {
            return before;
        }
        List<Seen> all = new ArrayList<>(before);
        all.add(seen);
        return all;
    }

    private static Drilled measure(Input input, List<Seen> seen, Instant now) {
        Duration unavailable = Duration.ZERO;
        for (int each = 0; each + 1 < seen.size(); each++) {
            if (!seen.get(each).answers()) {
                unavailable =
                        unavailable.plus(
                                Duration.between(seen.get(each).at(), seen.get(each + 1).at()));
            }
        }
        Instant writable =
                seen.stream().filter(Seen::resized).map(Seen::at).findFirst().orElse(now);
        return new Drilled(
                input.since(),
                input.nodeType(),
                input.from(),
                input.nodes(),
                input.method(),
                input.megabytes(),
                minutes(unavailable),
                minutes(Duration.between(input.since(), writable)),
                minutes(Duration.between(input.since(), now)));
    }

    /// Rounded up: nothing takes no time.
    private static int minutes(Duration length) {
        return Math.toIntExact(Math.ceilDiv(length.toSeconds(), 60));
    }
}
