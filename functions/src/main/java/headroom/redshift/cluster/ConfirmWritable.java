package headroom.redshift.cluster;

import headroom.redshift.Clients;
import headroom.redshift.Settings;
import headroom.step.Pace;
import headroom.step.PhaseTimedOut;
import headroom.step.Step;

import software.amazon.awssdk.services.redshift.RedshiftClient;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Tells whether the cluster takes writes again, whatever happened to it before.
///
/// One look is not enough: for a moment after a resize was accepted, the cluster still shows as
/// available. Two looks in a row, some time apart, are.
///
/// A classic resize of ra3 or rg may show the cluster as available for hours, while it migrates
/// data and takes writes. Nobody confirms that DMS may write then, so a resize that is ahead is
/// waited for, whatever the cluster's status says.
public final class ConfirmWritable extends Step<ConfirmWritable.Input> {
    /// Since the wait began, or Redshift was last seen resizing the cluster: replication cannot
    /// resume into that.
    static final Duration LIMIT = Duration.ofHours(2);

    /// Between the two looks.
    private static final int SECOND_LOOK_SECONDS = 30;

    /// How many looks in a row have to agree.
    private static final int LOOKS = 2;

    private final RedshiftClient redshift;
    private final Settings settings;
    private final Clock clock;

    /// @param since when the wait for the cluster began
    /// @param looks how many looks in a row have found the cluster writable so far
    /// @param resizedAt when it was last seen being resized; empty if it never was
    public record Input(Instant since, int looks, Optional<Instant> resizedAt) {}

    /// @param writable whether replication may resume
    /// @param waitSeconds how long to wait before the next look
    /// @param looks to be handed to the next look
    /// @param resizedAt to be handed to the next look
    /// @param nodes how many the cluster has now
    public record Answer(
            boolean writable,
            int waitSeconds,
            int looks,
            Optional<Instant> resizedAt,
            int nodes,
            String sentence) {}

    public ConfirmWritable() {
        this(Clients.redshift(), Settings.fromEnvironment(), Clock.systemUTC());
    }

    public ConfirmWritable(RedshiftClient redshift, Settings settings, Clock clock) {
        super(Input.class);
        this.redshift = redshift;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Answer run(Input input) {
        Cluster cluster = Cluster.describe(redshift, settings.cluster());
        Optional<LastResize> last = LastResize.describe(redshift, settings.cluster());
        Instant now = clock.instant();
        Duration elapsed = Duration.between(input.since(), now);
        String sentence = cluster.sentence() + "; " + LastResize.sentence(last) + ".";
        boolean resizeAhead =
                last.filter(each -> each.inProgress() && !each.targets(cluster.nodes()))
                        .isPresent();

        if (cluster.takesWrites() && !resizeAhead) {
            int looks = input.looks() + 1;
            return new Answer(
                    looks >= LOOKS,
                    SECOND_LOOK_SECONDS,
                    looks,
                    input.resizedAt(),
                    cluster.nodes(),
                    sentence);
        }
        if (cluster.needsAPerson()) {
            throw ClusterUnusable.as(cluster, "; " + LastResize.sentence(last));
        }
        Optional<Instant> resizedAt =
                cluster.resizes() || resizeAhead ? Optional.of(now) : input.resizedAt();
        Instant idleSince = resizedAt.filter(input.since()::isBefore).orElse(input.since());
        if (Duration.between(idleSince, now).compareTo(LIMIT) > 0) {
            throw new PhaseTimedOut("The wait for a cluster that takes writes", LIMIT, sentence);
        }
        return new Answer(
                false, Pace.CHANGE.waitSeconds(elapsed), 0, resizedAt, cluster.nodes(), sentence);
    }
}
