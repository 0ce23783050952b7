package headroom.redshift.cluster;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.ClusterNotFoundException;
import software.amazon.awssdk.services.redshift.model.DeferredMaintenanceWindow;
import software.amazon.awssdk.services.redshift.model.PendingModifiedValues;
import software.amazon.awssdk.services.redshift.model.Tag;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// A cluster as DescribeClusters showed it a moment ago.
///
/// @param status Redshift's status, a plain string; two of its values contain a comma and a space
/// @param availability whether queries are answered, as far as Redshift says
/// @param pending the names of what was changed or asked for and is not applied yet
/// @param address the host name of its endpoint; empty while it has none
/// @param stack the CloudFormation stack that manages it; null if none does, as far as its tags
///   tell
/// @param maintenanceAt when its next maintenance window opens; null if that is put off, or unknown
/// @param isInVpc whether it is in a VPC, as all are but very old ones
/// @param capacityMegabytes what its disks hold together, in MB, if Redshift says so
public record Cluster(
        String identifier,
        String status,
        String availability,
        String nodeType,
        int nodes,
        List<String> pending,
        String address,
        @Nullable String stack,
        @Nullable Instant maintenanceAt,
        boolean isInVpc,
        @Nullable Long capacityMegabytes) {
    /// An elastic resize that only moves data in the background takes reads and writes.
    private static final Set<String> TAKES_WRITES =
            Set.of("available", "available, resize-cleanup");

    /// What stands among the pending values once a resize was accepted.
    private static final Set<String> OF_A_RESIZE =
            Set.of("NumberOfNodes", "NodeType", "ClusterType");

    /// The pending changes that Redshift's API has fields for. What else it lists as pending is
    /// plain text that nobody documents.
    private static final Set<String> DOCUMENTED =
            PendingModifiedValues.builder().build().sdkFields().stream()
                    .map(SdkField::memberName)
                    .collect(Collectors.toUnmodifiableSet());

    /// Its data may be read already, and Redshift refuses to resize it ("streaming restore").
    private static final Set<String> RESTORING = Set.of("starting", "restoring");

    /// That its restore goes on, as a pending change.
    public static final String RESTORE = "RestoreStatus";

    private static final String STACK_TAG = "aws:cloudformation:stack-name";

    public Cluster {
        pending = List.copyOf(pending);
    }

    /// Looks at the cluster now.
    ///
    /// @throws ClusterGone if there is no such cluster
    public static Cluster describe(RedshiftClient redshift, String identifier) {
        try {
            return redshift
                    .describeClusters(request -> request.clusterIdentifier(identifier))
                    .clusters()
                    .stream()
                    .map(Cluster::of)
                    .findFirst()
                    .orElseThrow(() -> new ClusterGone(identifier));
        } catch (ClusterNotFoundException gone) {
            throw new ClusterGone(identifier);
        }
    }

    public static Cluster of(software.amazon.awssdk.services.redshift.model.Cluster cluster) {
        String address = cluster.endpoint() == null ? null : cluster.endpoint().address();
        return new Cluster(
                cluster.clusterIdentifier(),
                String.valueOf(cluster.clusterStatus()),
                String.valueOf(cluster.clusterAvailabilityStatus()),
                String.valueOf(cluster.nodeType()),
                Objects.requireNonNullElse(cluster.numberOfNodes(), 0),
                pending(cluster),
                Objects.requireNonNullElse(address, ""),
                stack(cluster),
                maintenanceAt(cluster),
                cluster.vpcId() != null,
                cluster.totalStorageCapacityInMegaBytes());
    }

    /// The names of the fields that are set among the pending values, as Redshift's API names them,
    /// what it says is to be done, and a restore that goes on.
    private static List<String> pending(
            software.amazon.awssdk.services.redshift.model.Cluster cluster) {
        List<String> pending = new ArrayList<>();
        var values = cluster.pendingModifiedValues();
        if (values != null) {
            values.sdkFields().stream()
                    .filter(field -> field.getValueOrDefault(values) != null)
                    .map(SdkField::memberName)
                    .forEach(pending::add);
        }
        pending.addAll(cluster.pendingActions());
        var restore = cluster.restoreStatus();
        if (restore != null && RESTORING.contains(String.valueOf(restore.status()))) {
            pending.add(RESTORE);
        }
        return pending;
    }

    /// CloudFormation tags what it makes, and CDK does so through it. Terraform leaves no mark.
    private static @Nullable String stack(
            software.amazon.awssdk.services.redshift.model.Cluster cluster) {
        return cluster.tags().stream()
                .filter(each -> STACK_TAG.equals(each.key()))
                .map(Tag::value)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Instant maintenanceAt(
            software.amazon.awssdk.services.redshift.model.Cluster cluster) {
        Instant next = cluster.nextMaintenanceWindowStartTime();
        boolean putOff =
                next != null
                        && cluster.deferredMaintenanceWindows().stream()
                                .anyMatch(each -> covers(each, next));
        return putOff ? null : next;
    }

    private static boolean covers(DeferredMaintenanceWindow deferred, Instant moment) {
        return deferred.deferMaintenanceStartTime() != null
                && deferred.deferMaintenanceEndTime() != null
                && !moment.isBefore(deferred.deferMaintenanceStartTime())
                && moment.isBefore(deferred.deferMaintenanceEndTime());
    }

    public Condition condition() {
        return Condition.of(status, availability);
    }

    /// Redshift accepts a snapshot or a resize in this status alone.
    public boolean canBeChanged() {
        return condition().kind() == Condition.Kind.READY && !resizePending();
    }

    public boolean takesWrites() {
        return TAKES_WRITES.contains(status)
                && answersQueries()
                && (cleansUp() || !resizePending());
    }

    /// Which of the two Redshift shows while data moves in the background is not documented.
    public boolean answersQueries() {
        return availability.equals("Available") || (cleansUp() && availability.equals("Modifying"));
    }

    /// Takes no writes before a person does something about it.
    public boolean needsAPerson() {
        return switch (condition().kind()) {
            case FULL, NEEDS_A_PERSON -> true;
            case READY, PASSING, RESIZING -> false;
        };
    }

    /// Data moves in the background, after the resize proper.
    boolean cleansUp() {
        return status.equals("available, resize-cleanup");
    }

    public boolean resizes() {
        return condition().kind() == Condition.Kind.RESIZING || resizePending();
    }

    /// Is, or is about to be, without nodes.
    public boolean isPaused() {
        return status.equals("paused") || status.equals("pausing");
    }

    /// Changes that are known to be applied in time, or with a restart or in a maintenance window.
    public List<String> pendingChanges() {
        return pending.stream().filter(Cluster::isKnown).toList();
    }

    private static boolean isKnown(String pending) {
        return DOCUMENTED.contains(pending) || pending.equals(RESTORE);
    }

    /// What nobody knows the meaning of, nor when it ends.
    public List<String> pendingUnknown() {
        return pending.stream().filter(each -> !isKnown(each)).toList();
    }

    /// A change of size was accepted, and may not show in the status yet.
    private boolean resizePending() {
        return pending.stream().anyMatch(OF_A_RESIZE::contains);
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
                        pending.isEmpty() ? "" : ", pending: " + String.join(", ", pending));
    }
}
