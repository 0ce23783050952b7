package headroom.warehouse;

import headroom.Settings;
import headroom.step.AwsUnavailable;
import headroom.step.Begun;
import headroom.step.Step;

import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.InvalidClusterStateException;
import software.amazon.awssdk.services.redshift.model.RedshiftException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Asks Redshift for an elastic resize to the planned number of nodes.
///
/// Redshift's call has no idempotency token, and an accepted resize turns the next attempt into an
/// error. So this looks before it acts, and takes a refusal for "busy" until a look shows whose
/// resize it is.
public final class ResizeCluster extends Step<ResizeCluster.Input> {
    private final RedshiftClient redshift;
    private final Settings settings;
    private final Clock clock;

    /// @param from the number of nodes that the plan was made for
    /// @param nodes the planned number of nodes
    /// @param nodeType the node type that the plan was made for
    /// @param pausedAt since when tasks are stopped
    public record Input(int from, int nodes, String nodeType, Instant pausedAt) {}

    public ResizeCluster() {
        this(RedshiftClient.create(), Settings.fromEnvironment(), Clock.systemUTC());
    }

    public ResizeCluster(RedshiftClient redshift, Settings settings, Clock clock) {
        super(Input.class);
        this.redshift = redshift;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Begun run(Input input) {
        Cluster cluster = Cluster.describe(redshift, settings.cluster());
        Optional<LastResize> last = LastResize.describe(redshift, settings.cluster());
        boolean ours = last.filter(each -> each.targets(input.nodes())).isPresent();
        if (cluster.nodes() == input.nodes() || (ours && last.orElseThrow().inProgress())) {
            return begun("The resize to %d nodes is already under way.", input);
        }
        refuseOutdated(input, cluster);
        if (!cluster.canBeChanged()) {
            throw new ClusterBusy(cluster.sentence() + "; " + LastResize.sentence(last) + ".");
        }
        resize(input);
        return begun("Redshift accepted the elastic resize to %d nodes.", input);
    }

    /// A resize cannot be taken back, so this is the last moment to find the plan outdated.
    private void refuseOutdated(Input input, Cluster cluster) {
        if (cluster.nodes() != input.from() || !cluster.nodeType().equals(input.nodeType())) {
            throw new ResizeRefused(
                    "The plan was made for %d x %s, and now %s: somebody resized it meanwhile. See whether that is enough room."
                            .formatted(input.from(), input.nodeType(), cluster.sentence()));
        }
        Duration paused = Duration.between(input.pausedAt(), clock.instant());
        Duration half = Duration.ofHours(settings.sourceLogRetentionHours()).dividedBy(2);
        if (paused.compareTo(half) > 0) {
            throw new ResizeRefused(
                    "The tasks have been stopped for %d minutes, more than half of the source's log retention of %d hours. A resize on top could outlast it."
                            .formatted(paused.toMinutes(), settings.sourceLogRetentionHours()));
        }
    }

    private void resize(Input input) {
        try {
            redshift.resizeCluster(
                    request ->
                            request.clusterIdentifier(settings.cluster())
                                    .numberOfNodes(input.nodes())
                                    .classic(false));
        } catch (InvalidClusterStateException busy) {
            throw new ClusterBusy("Redshift does not resize now: " + busy.getMessage());
        } catch (RedshiftException refusal) {
            if (AwsUnavailable.passes(refusal)) {
                throw refusal;
            }
            throw new ResizeRefused(
                    "Redshift refuses to resize %s to %d nodes: %s"
                            .formatted(settings.cluster(), input.nodes(), refusal.getMessage()));
        }
    }

    private Begun begun(String sentence, Input input) {
        return new Begun(clock.instant(), sentence.formatted(input.nodes()));
    }
}
