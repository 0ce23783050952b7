package headroom.warehouse;

import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.ClusterNotFoundException;

import java.util.Objects;
import java.util.Set;

/// A cluster as DescribeClusters showed it a moment ago.
///
/// @param status Redshift's status, a plain string; two of its values contain a comma and a space
/// @param availability whether queries are answered, as far as Redshift says
/// @param changePending a change of size that was accepted but does not show in the status yet
public record Cluster(
        String identifier,
        String status,
        String availability,
        String nodeType,
        int nodes,
        boolean changePending) {
    /// An elastic resize that only moves data in the background takes reads and writes.
    private static final Set<String> TAKES_WRITES =
            Set.of("available", "available, resize-cleanup");

    private static final Set<String> RESIZES =
            Set.of(
                    "resizing",
                    "available, prep-for-resize",
                    "available, resize-cleanup",
                    "cancelling-resize");

    private static final Set<String> NEEDS_A_PERSON =
            Set.of("paused", "storage-full", "hardware-failure", "deleting", "final-snapshot");

    /// Looks at the cluster now.
    ///
    /// @throws ClusterGone if there is no such cluster
    public static Cluster describe(RedshiftClient redshift, String identifier) {
        try {
            return redshift
                    .describeClusters(request -> request.clusterIdentifier(identifier))
                    .clusters()
                    .stream()
                    .map(Cluster::from)
                    .findFirst()
                    .orElseThrow(() -> new ClusterGone(identifier));
        } catch (ClusterNotFoundException gone) {
            throw new ClusterGone(identifier);
        }
    }

    private static Cluster from(software.amazon.awssdk.services.redshift.model.Cluster cluster) {
        var pending = cluster.pendingModifiedValues();
        return new Cluster(
                cluster.clusterIdentifier(),
                String.valueOf(cluster.clusterStatus()),
                String.valueOf(cluster.clusterAvailabilityStatus()),
                String.valueOf(cluster.nodeType()),
                Objects.requireNonNullElse(cluster.numberOfNodes(), 0),
                pending != null && (pending.numberOfNodes() != null || pending.nodeType() != null));
    }

    /// Redshift accepts a snapshot or a resize in this status alone.
    public boolean canBeChanged() {
        return status.equals("available") && isAvailable() && !changePending;
    }

    public boolean takesWrites() {
        return TAKES_WRITES.contains(status) && isAvailable() && (cleansUp() || !changePending);
    }

    /// Takes no writes before a person does something about it.
    boolean needsAPerson() {
        return NEEDS_A_PERSON.contains(status) || status.startsWith("incompatible-");
    }

    /// Data moves in the background, after the resize proper.
    boolean cleansUp() {
        return status.equals("available, resize-cleanup");
    }

    public boolean resizes() {
        return RESIZES.contains(status) || changePending;
    }

    private boolean isAvailable() {
        return availability.equals("Available");
    }

    /// For people.
    public String sentence() {
        return "%s is %s (%s) with %d x %s%s"
                .formatted(
                        identifier,
                        status,
                        availability,
                        nodes,
                        nodeType,
                        changePending ? ", a change pending" : "");
    }
}
