package headroom.redshift.drill;

import headroom.redshift.Clients;
import headroom.redshift.ClusterNames;
import headroom.redshift.Settings;
import headroom.step.AwsSays;
import headroom.step.AwsUnavailable;
import headroom.step.Started;
import headroom.step.Step;

import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.ClusterAlreadyExistsException;
import software.amazon.awssdk.services.redshift.model.ClusterQuotaExceededException;
import software.amazon.awssdk.services.redshift.model.ClusterSnapshotNotFoundException;
import software.amazon.awssdk.services.redshift.model.InsufficientClusterCapacityException;
import software.amazon.awssdk.services.redshift.model.InvalidClusterSnapshotStateException;
import software.amazon.awssdk.services.redshift.model.InvalidSubnetException;
import software.amazon.awssdk.services.redshift.model.InvalidVpcNetworkStateException;
import software.amazon.awssdk.services.redshift.model.LimitExceededException;
import software.amazon.awssdk.services.redshift.model.NumberOfNodesQuotaExceededException;
import software.amazon.awssdk.services.redshift.model.RedshiftException;
import software.amazon.awssdk.services.redshift.model.UnauthorizedOperationException;

import java.time.Clock;
import java.util.Optional;

/// Asks Redshift for the copy. Called again, it finds the copy and says so.
public final class RestoreCopy extends Step<RestoreCopy.Input> {
    private static final String GRANT =
            "Where the cluster is encrypted with a key of yours, the key's policy has to let the"
                    + " role of RestoreCopy create a grant: docs/security.md#roles-of-a-drill has"
                    + " it.";

    private final RedshiftClient redshift;
    private final Settings settings;
    private final Clock clock;

    /// @param snapshot what the plan restores from
    public record Input(String snapshot, CopyRecord copy) {}

    public RestoreCopy() {
        this(Clients.redshift(), Settings.fromEnvironment(), Clock.systemUTC());
    }

    public RestoreCopy(RedshiftClient redshift, Settings settings, Clock clock) {
        super(Input.class);
        this.redshift = redshift;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Started run(Input input) {
        if (isThere(input)) {
            return begun("was already asked for.");
        }
        input.copy().refuseSpent(clock.instant(), () -> "no copy was asked for.");
        try {
            redshift.restoreFromClusterSnapshot(
                    Source.describe(redshift, settings.cluster())
                            .restoring(input.snapshot(), name()));
        } catch (ClusterAlreadyExistsException earlier) {
            // One that is not listed yet is ours: when the drill was planned, there was none.
            isThere(input);
            return begun("was already asked for.");
        } catch (RedshiftException refusal) {
            if (AwsUnavailable.passes(refusal)) {
                throw refusal;
            }
            throw new RestoreRefused(
                    "Redshift restores no copy from %s: %s. %s"
                            .formatted(
                                    input.snapshot(),
                                    AwsSays.of(refusal).replaceFirst("[.]$", ""),
                                    wayOut(refusal)));
        }
        return begun("is being restored from " + input.snapshot() + ".");
    }

    /// @throws RestoreRefused if somebody else's cluster is
    private boolean isThere(Input input) {
        Optional<Copy> found = Copy.find(redshift, settings.cluster());
        if (found.filter(each -> !each.isOf(settings.cluster(), Optional.of(input.copy())))
                .isPresent()) {
            throw new RestoreRefused(
                    "There is a cluster named %s that no drill has made. Rename it, or delete it."
                            .formatted(name()));
        }
        return found.isPresent();
    }

    private Started begun(String how) {
        return new Started(clock.instant(), "The copy " + name() + " " + how);
    }

    private String name() {
        return new ClusterNames(settings.cluster()).copy();
    }

    private static String wayOut(RedshiftException refusal) {
        return switch (refusal) {
            case InsufficientClusterCapacityException _ ->
                    "AWS lacks nodes of this type here just now. Ask again on another day.";
            case NumberOfNodesQuotaExceededException _, ClusterQuotaExceededException _ ->
                    "Have the quota of nodes and of clusters in this region raised, in Service"
                            + " Quotas: a real resize may need it too.";
            case InvalidSubnetException _, InvalidVpcNetworkStateException _ ->
                    "The cluster's subnets have no addresses for the copy's nodes.";
            case ClusterSnapshotNotFoundException _, InvalidClusterSnapshotStateException _ ->
                    "The snapshot was deleted meanwhile. Ask again.";
            case UnauthorizedOperationException _ ->
                    "See whether a permissions boundary or a policy of the organisation keeps the"
                            + " role of RestoreCopy from restoring, or from looking at networks"
                            + " (ec2:Describe...). "
                            + GRANT;
            case LimitExceededException _ -> GRANT;
            default -> "Try it in the Redshift console.";
        };
    }
}
