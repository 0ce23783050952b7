package headroom.redshift.cluster;

import headroom.redshift.Clients;
import headroom.redshift.Settings;
import headroom.step.PhaseTimedOut;
import headroom.step.Progress;
import headroom.step.Step;

import software.amazon.awssdk.services.redshift.RedshiftClient;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Tells whether the cluster has the planned size.
public final class ConfirmResized extends Step<ConfirmResized.Input> {
    /// For how long after the request the cluster may still look as it did before.
    static final Duration MAY_NOT_SHOW_YET = Duration.ofMinutes(5);

    /// Since the request, or since Redshift was last seen resizing the cluster. One that is in
    /// progress ends by itself, and until then replication cannot resume, or nobody confirms that
    /// it may, so there is nothing to gain from giving it up.
    static final Duration LIMIT = Duration.ofHours(1);

    private final RedshiftClient redshift;
    private final Settings settings;
    private final Clock clock;

    /// @param nodes the planned number of nodes
    /// @param since when the resize was seen to be under way
    /// @param workedAt when Redshift was last seen resizing the cluster; empty if it never was
    public record Input(
            int nodes, ResizeMethod method, Instant since, Optional<Instant> workedAt) {}

    public ConfirmResized() {
        this(Clients.redshift(), Settings.fromEnvironment(), Clock.systemUTC());
    }

    public ConfirmResized(RedshiftClient redshift, Settings settings, Clock clock) {
        super(Input.class);
        this.redshift = redshift;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Progress run(Input input) {
        return progress(
                Cluster.describe(redshift, settings.cluster()),
                LastResize.describe(redshift, settings.cluster()),
                input);
    }

    /// What a look at the cluster and its last resize says.
    public Progress progress(Cluster cluster, Optional<LastResize> last, Input input) {
        Instant now = clock.instant();
        Duration elapsed = Duration.between(input.since(), now);
        String sentence = cluster.sentence() + "; " + LastResize.sentence(last) + ".";

        if (cluster.takesWrites()
                && cluster.nodes() == input.nodes()
                && confirms(cluster, last, input)) {
            return new Progress.Done(sentence);
        }
        if (cluster.resizes() || last.filter(LastResize::inProgress).isPresent()) {
            return working(input, elapsed, last, Optional.of(now), sentence);
        }
        if (elapsed.compareTo(MAY_NOT_SHOW_YET) > 0 && cluster.needsAPerson()) {
            throw ClusterUnusable.as(cluster, "; " + LastResize.sentence(last));
        }
        if (elapsed.compareTo(MAY_NOT_SHOW_YET) > 0
                && cluster.canBeChanged()
                && cluster.nodes() != input.nodes()) {
            throw new ResizeFailed(
                    "The resize to " + input.nodes() + " nodes did not happen: " + sentence);
        }
        Instant idleSince = input.workedAt().orElse(input.since());
        if (Duration.between(idleSince, now).compareTo(LIMIT) > 0) {
            throw new PhaseTimedOut("The resize, which Redshift does not report,", LIMIT, sentence);
        }
        return working(input, elapsed, last, input.workedAt(), sentence);
    }

    private static Progress working(
            Input input,
            Duration elapsed,
            Optional<LastResize> last,
            Optional<Instant> workedAt,
            String sentence) {
        Optional<LastResize> moving = last.filter(LastResize::inProgress);
        return new Progress.Working(
                input.method()
                        .pace()
                        .waitSeconds(
                                elapsed, moving.map(LastResize::remainingSeconds).orElse(null)),
                moving.map(LastResize::percent).orElse(null),
                workedAt.orElse(null),
                sentence);
    }

    /// While data is still moved in the background, Redshift may show our resize as in progress.
    private static boolean confirms(Cluster cluster, Optional<LastResize> last, Input input) {
        return last.filter(
                        each ->
                                each.succeededTo(input.nodes())
                                        || (cluster.cleansUp() && movesTo(each, input)))
                .isPresent();
    }

    private static boolean movesTo(LastResize last, Input input) {
        return last.isMoving() && last.targets(input.nodes());
    }
}
