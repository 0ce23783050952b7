package headroom.redshift.cluster;

import headroom.redshift.Clients;
import headroom.redshift.ClusterNames;
import headroom.redshift.Settings;
import headroom.redshift.replication.PauseBudget;
import headroom.step.AwsSays;
import headroom.step.AwsUnavailable;
import headroom.step.Step;

import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.InsufficientClusterCapacityException;
import software.amazon.awssdk.services.redshift.model.InvalidClusterStateException;
import software.amazon.awssdk.services.redshift.model.InvalidReservedNodeStateException;
import software.amazon.awssdk.services.redshift.model.LimitExceededException;
import software.amazon.awssdk.services.redshift.model.NumberOfNodesPerClusterLimitExceededException;
import software.amazon.awssdk.services.redshift.model.NumberOfNodesQuotaExceededException;
import software.amazon.awssdk.services.redshift.model.RedshiftException;
import software.amazon.awssdk.services.redshift.model.ReservedNodeAlreadyExistsException;
import software.amazon.awssdk.services.redshift.model.ReservedNodeAlreadyMigratedException;
import software.amazon.awssdk.services.redshift.model.ReservedNodeNotFoundException;
import software.amazon.awssdk.services.redshift.model.ReservedNodeOfferingNotFoundException;
import software.amazon.awssdk.services.redshift.model.ResizeClusterRequest;
import software.amazon.awssdk.services.redshift.model.UnauthorizedOperationException;
import software.amazon.awssdk.services.redshift.model.UnsupportedOperationException;
import software.amazon.awssdk.services.redshift.model.UnsupportedOptionException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Asks Redshift for the planned resize.
///
/// Redshift's call has no idempotency token, and an accepted resize turns the next attempt into an
/// error. So this looks before it acts, and takes a refusal for "busy" until a look shows whose
/// resize it is.
public final class ResizeCluster extends Step<ResizeCluster.Input> {
    private final RedshiftClient redshift;
    private final Settings settings;
    private final Duration patience;
    private final Duration snapshotPatience;
    private final Clock clock;

    /// @param from the number of nodes that the plan was made for
    /// @param nodes the planned number of nodes
    /// @param nodeType the node type that the plan was made for
    /// @param budget until when the resize may begin
    /// @param advance what the attempt before this one has seen of snapshots in the way
    /// @param busySince since when the cluster is busy, as the attempt before this one answered
    public record Input(
            int from,
            int nodes,
            String nodeType,
            ResizeMethod method,
            PauseBudget budget,
            Optional<SnapshotAdvance> advance,
            Optional<Instant> busySince) {}

    public ResizeCluster() {
        this(Clients.redshift(), Settings.fromEnvironment(), Clock.systemUTC());
    }

    public ResizeCluster(RedshiftClient redshift, Settings settings, Clock clock) {
        this(redshift, settings, Attempt.BUSY, SnapshotsInFlight.LIMIT, clock);
    }

    /// @param patience for how long the cluster may be busy with something else
    /// @param snapshotPatience for how long after the pause's beginning snapshots are waited for
    public ResizeCluster(
            RedshiftClient redshift,
            Settings settings,
            Duration patience,
            Duration snapshotPatience,
            Clock clock) {
        super(Input.class);
        this.redshift = redshift;
        this.settings = settings;
        this.patience = patience;
        this.snapshotPatience = snapshotPatience;
        this.clock = clock;
    }

    @Override
    public Attempt run(Input input) {
        Cluster cluster = Cluster.describe(redshift, settings.cluster());
        Optional<LastResize> last = LastResize.describe(redshift, settings.cluster());
        boolean ours = last.filter(each -> each.targets(input.nodes())).isPresent();
        if (cluster.nodes() == input.nodes() || (ours && last.orElseThrow().inProgress())) {
            return begun("The resize to %d nodes is already under way.", input);
        }
        refuseOutdated(input, cluster);
        if (cluster.needsAPerson()) {
            throw ClusterUnusable.as(cluster, "; " + LastResize.sentence(last));
        }
        if (!cluster.canBeChanged()) {
            return busy(input, cluster.sentence() + "; " + LastResize.sentence(last) + ".");
        }
        SnapshotsInFlight snapshots = inFlight();
        if (!snapshots.isNone()) {
            return snapshots.wait(
                    snapshotPatience,
                    input.budget(),
                    input.advance(),
                    clock.instant(),
                    "A resize that begins beside a snapshot may fail; %s."
                            .formatted(snapshots.inWords()));
        }
        return resize(input);
    }

    private Attempt busy(Input input, String sentence) {
        return Attempt.busy(input.budget(), input.busySince(), patience, clock.instant(), sentence);
    }

    /// A resize cannot be taken back, so this is the last moment to find the plan outdated.
    private void refuseOutdated(Input input, Cluster cluster) {
        if (cluster.nodes() != input.from() || !cluster.nodeType().equals(input.nodeType())) {
            throw new ResizeRefused(
                    "The plan was made for %d x %s, and now %s: somebody resized it meanwhile. See whether that is enough room."
                            .formatted(input.from(), input.nodeType(), cluster.sentence()));
        }
        input.budget()
                .refuseSpent(
                        clock.instant(),
                        () -> cluster.sentence() + "; " + inFlight().inWords() + ".");
    }

    private SnapshotsInFlight inFlight() {
        return SnapshotsInFlight.of(redshift, settings.cluster(), clock.instant());
    }

    private Attempt resize(Input input) {
        try {
            redshift.resizeCluster(request(input));
            return begun(
                    switch (input.method()) {
                        case ELASTIC -> "Redshift accepted the elastic resize to %d nodes.";
                        case CLASSIC -> "Redshift accepted the classic resize to %d nodes.";
                    },
                    input);
        } catch (InvalidClusterStateException busy) {
            return busy(input, "Redshift does not resize now: " + AwsSays.of(busy));
        } catch (RedshiftException refusal) {
            if (AwsUnavailable.passes(refusal)) {
                throw refusal;
            }
            throw new ResizeRefused(
                    "Redshift refuses to resize %s to %d nodes: %s. %s"
                            .formatted(
                                    settings.cluster(),
                                    input.nodes(),
                                    AwsSays.of(refusal).replaceFirst("[.]$", ""),
                                    wayOut(refusal) + beside(refusal)));
        }
    }

    private ResizeClusterRequest request(Input input) {
        ResizeClusterRequest.Builder request =
                ResizeClusterRequest.builder()
                        .clusterIdentifier(settings.cluster())
                        .numberOfNodes(input.nodes());
        return switch (input.method()) {
            case ELASTIC -> request.classic(false).build();
            // A single node becomes many only if that is said.
            case CLASSIC ->
                    request.classic(true)
                            .clusterType("multi-node")
                            .nodeType(input.nodeType())
                            .build();
        };
    }

    /// What the refusal means, as its text alone often does not say.
    private static String wayOut(RedshiftException refusal) {
        return switch (refusal) {
            case InsufficientClusterCapacityException _ ->
                    "AWS lacks nodes of this type here just now. It is tried again later.";
            case NumberOfNodesQuotaExceededException _ ->
                    "Have the quota of nodes in this region raised, in Service Quotas.";
            case NumberOfNodesPerClusterLimitExceededException _ ->
                    "Have the quota of nodes per cluster raised, in Service Quotas, or lower"
                            + " maxNodes.";
            case LimitExceededException _ ->
                    "This is the limit of grants on the cluster's KMS key: retire grants that are"
                            + " no longer used, or have the limit raised.";
            case ReservedNodeNotFoundException _,
                    ReservedNodeAlreadyExistsException _,
                    ReservedNodeAlreadyMigratedException _,
                    ReservedNodeOfferingNotFoundException _,
                    InvalidReservedNodeStateException _ ->
                    "Look at the reserved nodes of this account in the Redshift console; Headroom"
                            + " buys and exchanges none.";
            case UnauthorizedOperationException _ ->
                    "Look for a permissions boundary or an organisation's policy.";
            case UnsupportedOptionException _, UnsupportedOperationException _ ->
                    "Redshift offered this size before. Try it in the Redshift console.";
            default -> "Try it in the Redshift console.";
        };
    }

    /// A drill's copy has nodes and addresses of the same account and the same subnets.
    private String beside(RedshiftException refusal) {
        boolean lacksRoom =
                refusal instanceof NumberOfNodesQuotaExceededException
                        || refusal instanceof InsufficientClusterCapacityException
                        || AwsSays.of(refusal).toLowerCase(Locale.ROOT).contains("subnet");
        boolean drills =
                settings.policy().drillMaxNodeHours().isPresent()
                        && !settings.cluster().startsWith(ClusterNames.COPY_PREFIX);
        return lacksRoom && drills
                ? " The copy of a drill takes nodes and addresses too: if %s is there, docs/drill.md says how to delete it."
                        .formatted(new ClusterNames(settings.cluster()).copy())
                : "";
    }

    private Attempt begun(String sentence, Input input) {
        return Attempt.begun(clock.instant(), sentence.formatted(input.nodes()));
    }
}
