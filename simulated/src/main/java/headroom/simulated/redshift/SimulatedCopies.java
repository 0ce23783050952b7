package headroom.simulated.redshift;

import static java.util.Objects.requireNonNull;

import headroom.simulated.faults.FaultKinds;
import headroom.simulated.faults.Faults;
import headroom.simulated.journal.Journal;
import headroom.simulated.journal.Kind;
import headroom.simulated.redshift.RedshiftBehaviour.Quirk;
import headroom.simulated.time.Scheduler;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.redshift.model.Cluster;
import software.amazon.awssdk.services.redshift.model.ClusterAlreadyExistsException;
import software.amazon.awssdk.services.redshift.model.CreateTagsRequest;
import software.amazon.awssdk.services.redshift.model.DeleteClusterRequest;
import software.amazon.awssdk.services.redshift.model.InvalidClusterSnapshotStateException;
import software.amazon.awssdk.services.redshift.model.InvalidClusterStateException;
import software.amazon.awssdk.services.redshift.model.ResourceNotFoundException;
import software.amazon.awssdk.services.redshift.model.RestoreFromClusterSnapshotRequest;
import software.amazon.awssdk.services.redshift.model.Tag;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The clusters that were restored from snapshots, and their deletion.
///
/// Of two readings of what Redshift does, the stricter: it deletes a cluster only while it is
/// available, or could not be restored.
public final class SimulatedCopies {
    private static final Duration RESTORED = Duration.ofMinutes(25);
    private static final Duration LISTED_LATE = Duration.ofMinutes(2);
    private static final Duration SHOWN_EARLY = Duration.ofMinutes(4);
    private static final Duration STREAMED = Duration.ofHours(1);
    private static final Duration DELETED = Duration.ofMinutes(6);
    private static final String CREATING = "creating";
    private static final String NOT_RESTORED = "incompatible-restore";

    private final RedshiftBehaviour behaviour;
    private final Faults faults;
    private final Scheduler scheduler;
    private final Journal journal;
    private final Map<String, Copy> copies = new LinkedHashMap<>();

    /// @param listedAt from when it is shown
    /// @param tags by their keys
    private record Copy(SimulatedCluster cluster, Instant listedAt, Map<String, String> tags) {}

    SimulatedCopies(
            RedshiftBehaviour behaviour, Faults faults, Scheduler scheduler, Journal journal) {
        this.behaviour = behaviour;
        this.faults = faults;
        this.scheduler = scheduler;
        this.journal = journal;
    }

    /// The names of those that are there, listed or not.
    public List<String> names() {
        return copies.values().stream()
                .map(Copy::cluster)
                .filter(each -> !each.isGone())
                .map(SimulatedCluster::identifier)
                .toList();
    }

    /// How many nodes one of them has; 0 if it is not there.
    public int nodes(String name) {
        return copies.containsKey(name) ? copies.get(name).cluster().nodes() : 0;
    }

    /// Whether one of them is being resized, so that Redshift does not delete it.
    public boolean resizes() {
        return copies.values().stream().anyMatch(each -> each.cluster().resizes());
    }

    /// Whether data of it is not there yet, so that Redshift does not resize it.
    boolean streams(SimulatedCluster cluster) {
        return behaviour.has(Quirk.COPY_STREAMS)
                && Optional.ofNullable(copies.get(cluster.identifier()))
                        .filter(each -> each.cluster() == cluster)
                        .filter(
                                each ->
                                        scheduler
                                                .now()
                                                .isBefore(
                                                        each.listedAt()
                                                                .plus(RESTORED)
                                                                .plus(STREAMED)))
                        .isPresent();
    }

    /// Whether one of them is being deleted.
    public boolean isDeleting(String name) {
        return copies.containsKey(name) && copies.get(name).cluster().status().equals("deleting");
    }

    /// The tags of one of them; empty if it has none, or is not there.
    public Map<String, String> tags(String name) {
        return copies.containsKey(name) ? Map.copyOf(copies.get(name).tags()) : Map.of();
    }

    private Copy copy(String name) {
        return requireNonNull(copies.get(name));
    }

    Optional<SimulatedCluster> find(String name) {
        return Optional.ofNullable(copies.get(name))
                .filter(each -> !scheduler.now().isBefore(each.listedAt()))
                .map(Copy::cluster);
    }

    static AwsServiceException exists(String name) {
        return SimulatedRedshift.refusal(
                ClusterAlreadyExistsException.builder(),
                "ClusterAlreadyExists",
                "Cluster already exists: " + name);
    }

    /// What the request leaves out, the new cluster has from its snapshot; but it gets the
    /// account's default groups, and is open to the world.
    void restore(
            RestoreFromClusterSnapshotRequest request,
            SimulatedSnapshot snapshot,
            SimulatedCluster original) {
        String name = request.clusterIdentifier();
        if (names().contains(name)) {
            throw exists(name);
        }
        if (!snapshot.isAvailable()) {
            throw SimulatedRedshift.refusal(
                    InvalidClusterSnapshotStateException.builder(),
                    "InvalidClusterSnapshotState",
                    "The snapshot " + snapshot.name() + " is not available");
        }
        if (behaviour.nodeType().isManaged()
                && Integer.valueOf(0).equals(request.automatedSnapshotRetentionPeriod())) {
            throw SimulatedRedshift.incomplete(
                    "Automated snapshots cannot be disabled for this node type");
        }
        journal.note(Kind.CALL, "RestoreFromClusterSnapshot", name + " from " + snapshot.name());
        begin(request, snapshot.nodes(), original.used());
    }

    /// Somebody's, which no snapshot of this cluster was made for, and that stays.
    public void put(String name, Map<String, String> tags) {
        SimulatedCluster cluster = make(name, 2, 0);
        copies.put(name, new Copy(cluster, scheduler.now(), new TreeMap<>(tags)));
        cluster.show(shown -> shown.tags(shownTags(name)));
    }

    private SimulatedCluster make(String name, int nodes, double used) {
        return new SimulatedCluster(
                name,
                nodes,
                new Disk(scheduler, used, 0),
                behaviour.with(Quirk.NEVER_RESIZED),
                faults,
                scheduler,
                journal);
    }

    private void begin(RestoreFromClusterSnapshotRequest request, int nodes, double used) {
        String fault = faults.strike(RedshiftFaults.RESTORE).orElse("");
        String name = request.clusterIdentifier();
        SimulatedCluster cluster = make(name, nodes, used);
        Duration late = behaviour.has(Quirk.COPY_LISTED_LATE) ? LISTED_LATE : Duration.ZERO;
        Map<String, String> tags = new TreeMap<>(Map.of("team", "data"));
        copies.put(name, new Copy(cluster, scheduler.now().plus(late), tags));
        Instant created = scheduler.now();
        cluster.show(shown -> describe(shown, request, created));
        cluster.become(CREATING);
        Duration takes = RESTORED.multipliedBy(fault.equals(FaultKinds.SLOW) ? 10 : 1);
        if (behaviour.has(Quirk.COPY_IN_UNKNOWN_STATUS)) {
            cluster.later(takes.dividedBy(2), () -> cluster.become("restoring"));
        }
        switch (fault) {
            case FaultKinds.HANGS -> {}
            case FaultKinds.FAILS -> cluster.later(takes, () -> cluster.become(NOT_RESTORED));
            default -> cluster.later(takes, () -> cluster.become(SimulatedCluster.AVAILABLE));
        }
    }

    private void describe(
            Cluster.Builder shown, RestoreFromClusterSnapshotRequest request, Instant created) {
        String name = request.clusterIdentifier();
        boolean comesUp = isComingUp(copy(name).cluster());
        boolean early =
                behaviour.has(Quirk.COPY_SHOWN_AVAILABLE_EARLY)
                        && !scheduler.now().isBefore(created.plus(RESTORED).minus(SHOWN_EARLY));
        if (comesUp && early) {
            shown.clusterStatus(SimulatedCluster.AVAILABLE).clusterAvailabilityStatus("Available");
        }
        List<String> groups =
                request.hasVpcSecurityGroupIds()
                        ? request.vpcSecurityGroupIds()
                        : List.of("sg-default");
        shown.clusterCreateTime(comesUp ? null : created)
                .tags(shownTags(name))
                .publiclyAccessible(!Boolean.FALSE.equals(request.publiclyAccessible()))
                .clusterSubnetGroupName(request.clusterSubnetGroupName())
                .clusterParameterGroups(
                        ShownCluster.parameters(request.clusterParameterGroupName()))
                .vpcSecurityGroups(groups.stream().map(ShownCluster::member).toList());
        boolean streams = streams(copy(name).cluster());
        shown.restoreStatus(each -> each.status(streams ? "restoring" : "completed"));
        if (behaviour.has(Quirk.COPY_WITH_ANOTHER_KEY)) {
            shown.kmsKeyId("AWS_OWNED_KMS_KEY");
        }
    }

    private List<Tag> shownTags(String name) {
        List<Tag> shown = new ArrayList<>();
        copy(name)
                .tags()
                .forEach((key, value) -> shown.add(Tag.builder().key(key).value(value).build()));
        return shown;
    }

    private static boolean isComingUp(SimulatedCluster cluster) {
        return cluster.status().equals(CREATING) || cluster.status().equals("restoring");
    }

    void tag(CreateTagsRequest request) {
        String arn = request.resourceName();
        String name = arn.substring(arn.lastIndexOf(':') + 1);
        SimulatedCluster cluster =
                find(name)
                        .filter(each -> !each.isGone())
                        .orElseThrow(
                                () ->
                                        SimulatedRedshift.refusal(
                                                ResourceNotFoundException.builder(),
                                                "ResourceNotFoundFault",
                                                "There is no resource " + arn));
        if (behaviour.has(Quirk.COPY_TAGGED_LATE) && isComingUp(cluster)) {
            throw SimulatedRedshift.busy(cluster);
        }
        request.tags().forEach(each -> copy(name).tags().put(each.key(), each.value()));
        journal.note(Kind.CALL, "CreateTags", name);
    }

    void delete(SimulatedCluster cluster, DeleteClusterRequest request) {
        if (!Boolean.TRUE.equals(request.skipFinalClusterSnapshot())
                && request.finalClusterSnapshotIdentifier() == null) {
            throw SimulatedRedshift.incomplete(
                    "FinalClusterSnapshotIdentifier is required unless SkipFinalClusterSnapshot is"
                            + " true");
        }
        if (!cluster.isAvailable() && !cluster.status().equals(NOT_RESTORED)) {
            throw SimulatedRedshift.refusal(
                    InvalidClusterStateException.builder(),
                    "InvalidClusterState",
                    "The cluster %s is not in available state".formatted(cluster.identifier()));
        }
        int times = faults.strike(RedshiftFaults.DELETE).isPresent() ? 10 : 1;
        journal.note(Kind.CALL, "DeleteCluster", cluster.identifier());
        cluster.interrupt();
        cluster.become("deleting");
        cluster.later(DELETED.multipliedBy(times), () -> cluster.become(SimulatedCluster.GONE));
    }

    /// A person deletes whatever is there, in the console.
    public void deleteByHand(String name) {
        journal.note(Kind.SCENARIO, "a person", "deletes " + name);
        copy(name).cluster().become(SimulatedCluster.GONE);
    }
}
