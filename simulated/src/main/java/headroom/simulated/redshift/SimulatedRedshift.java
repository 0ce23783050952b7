package headroom.simulated.redshift;

import headroom.simulated.aws.Refusal;
import headroom.simulated.faults.Faults;
import headroom.simulated.journal.Journal;
import headroom.simulated.redshift.RedshiftBehaviour.Quirk;
import headroom.simulated.time.Scheduler;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.ClusterNotFoundException;
import software.amazon.awssdk.services.redshift.model.CreateClusterSnapshotRequest;
import software.amazon.awssdk.services.redshift.model.CreateClusterSnapshotResponse;
import software.amazon.awssdk.services.redshift.model.CreateTagsRequest;
import software.amazon.awssdk.services.redshift.model.CreateTagsResponse;
import software.amazon.awssdk.services.redshift.model.DeleteClusterRequest;
import software.amazon.awssdk.services.redshift.model.DeleteClusterResponse;
import software.amazon.awssdk.services.redshift.model.DeleteClusterSnapshotRequest;
import software.amazon.awssdk.services.redshift.model.DeleteClusterSnapshotResponse;
import software.amazon.awssdk.services.redshift.model.DescribeClusterSnapshotsRequest;
import software.amazon.awssdk.services.redshift.model.DescribeClusterSnapshotsResponse;
import software.amazon.awssdk.services.redshift.model.DescribeClustersRequest;
import software.amazon.awssdk.services.redshift.model.DescribeClustersResponse;
import software.amazon.awssdk.services.redshift.model.DescribeNodeConfigurationOptionsRequest;
import software.amazon.awssdk.services.redshift.model.DescribeNodeConfigurationOptionsResponse;
import software.amazon.awssdk.services.redshift.model.DescribeResizeRequest;
import software.amazon.awssdk.services.redshift.model.DescribeResizeResponse;
import software.amazon.awssdk.services.redshift.model.InvalidClusterStateException;
import software.amazon.awssdk.services.redshift.model.RedshiftException;
import software.amazon.awssdk.services.redshift.model.ResizeClusterRequest;
import software.amazon.awssdk.services.redshift.model.ResizeClusterResponse;
import software.amazon.awssdk.services.redshift.model.ResizeNotFoundException;
import software.amazon.awssdk.services.redshift.model.RestoreFromClusterSnapshotRequest;
import software.amazon.awssdk.services.redshift.model.RestoreFromClusterSnapshotResponse;
import software.amazon.awssdk.services.redshift.model.Snapshot;
import software.amazon.awssdk.services.redshift.model.UnsupportedOperationException;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Redshift with one cluster, as far as Headroom uses it.
public final class SimulatedRedshift implements RedshiftClient {
    /// In MB: the managed storage that one ra3.4xlarge node may use, and here any node.
    public static final double NODE_CAPACITY = 128.0 * 1024 * 1024;

    static final String MULTI_NODE = "multi-node";

    /// Where it stops.
    private static final Duration METRIC_LASTS = Duration.ofMinutes(10);

    private final SimulatedCluster cluster;
    private final SimulatedSnapshots snapshots;
    private final SimulatedCopies copies;
    private final RedshiftBehaviour behaviour;
    private final Scheduler scheduler;
    private final Journal journal;
    private final Instant begin;

    public SimulatedRedshift(
            String identifier,
            int nodes,
            Disk disk,
            RedshiftBehaviour behaviour,
            Faults faults,
            Scheduler scheduler,
            Journal journal) {
        this.behaviour = behaviour;
        this.scheduler = scheduler;
        this.journal = journal;
        begin = scheduler.now();
        cluster =
                new SimulatedCluster(
                        identifier, nodes, disk, behaviour, faults, scheduler, journal);
        snapshots =
                new SimulatedSnapshots(
                        identifier, cluster::nodes, behaviour, faults, scheduler, journal);
        copies = new SimulatedCopies(behaviour, faults, scheduler, journal);
    }

    /// Where the cluster's databases are reached.
    static String address(String identifier) {
        return identifier + ".abc123.eu-west-1.redshift.amazonaws.com";
    }

    public int nodes() {
        return cluster.nodes();
    }

    public double diskPercent() {
        return cluster.diskPercent();
    }

    /// True in the states in which replication may resume. Redshift takes writes while it prepares
    /// a resize as well, but not for long; and while it migrates data in a classic resize of ra3 or
    /// rg, of which nobody confirms that it may be for DMS.
    public boolean takesWrites() {
        return cluster.isAvailable() || cluster.status().equals(SimulatedCluster.CLEANUP);
    }

    public boolean resizes() {
        return cluster.resizes();
    }

    /// Whether the cluster reports no metrics: in a status in which it cannot, or out of a defect.
    boolean isSilent() {
        boolean defective =
                behaviour.has(Quirk.METRIC_STOPS)
                        && scheduler.now().isAfter(begin.plus(METRIC_LASTS));
        return defective || !(cluster.status().startsWith("available") || cluster.isFull());
    }

    boolean isFree() {
        return cluster.isAvailable() && !snapshots.oneIsUnderWay();
    }

    /// Whether it takes a resize, beside which no snapshot is under way.
    boolean isFreeToResize() {
        return cluster.takesResize() && !snapshots.oneIsUnderWay();
    }

    /// It looks at its disk, as it does each minute.
    void lookAtDisk() {
        cluster.lookAtDisk();
    }

    /// Redshift takes a snapshot by itself, if it can.
    public void takeAutomatedSnapshot() {
        if (isFree()) {
            snapshots.takeAutomated();
        }
    }

    public SimulatedCluster cluster() {
        return cluster;
    }

    /// The clusters that were restored from its snapshots.
    public SimulatedCopies copies() {
        return copies;
    }

    /// A snapshot that is there from now on, and is shown so.
    public void put(Snapshot snapshot) {
        snapshots.put(snapshot);
    }

    public boolean hasAvailableSnapshot(String name) {
        return snapshots.hasAvailable(name);
    }

    @Override
    public DescribeClustersResponse describeClusters(DescribeClustersRequest request) {
        SimulatedCluster asked = find(request.clusterIdentifier());
        return DescribeClustersResponse.builder().clusters(asked.look()).build();
    }

    @Override
    public DescribeResizeResponse describeResize(DescribeResizeRequest request) {
        SimulatedCluster asked = find(request.clusterIdentifier());
        return asked.lookAtResize()
                .orElseThrow(
                        () ->
                                refusal(
                                        ResizeNotFoundException.builder(),
                                        "ResizeNotFound",
                                        "Resize operation for cluster "
                                                + asked.identifier()
                                                + " does not exist"));
    }

    @Override
    public DescribeNodeConfigurationOptionsResponse describeNodeConfigurationOptions(
            DescribeNodeConfigurationOptionsRequest request) {
        requireCluster(request.clusterIdentifier());
        if (!cluster.sizes().hasElastic() && behaviour.has(Quirk.OPTIONS_REFUSED)) {
            throw refusal(
                    UnsupportedOperationException.builder(),
                    "UnsupportedOperation",
                    "Elastic resize is not supported for the single-node cluster "
                            + cluster.identifier());
        }
        return cluster.sizes().describe(request.marker());
    }

    @Override
    public CreateClusterSnapshotResponse createClusterSnapshot(
            CreateClusterSnapshotRequest request) {
        requireCluster(request.clusterIdentifier());
        snapshots.refuseSecond(request.snapshotIdentifier());
        requireFree();
        return CreateClusterSnapshotResponse.builder()
                .snapshot(snapshots.describe(snapshots.create(request.snapshotIdentifier())))
                .build();
    }

    @Override
    public DescribeClusterSnapshotsResponse describeClusterSnapshots(
            DescribeClusterSnapshotsRequest request) {
        return snapshots.describe(request);
    }

    @Override
    public DeleteClusterSnapshotResponse deleteClusterSnapshot(
            DeleteClusterSnapshotRequest request) {
        requireCluster(request.snapshotClusterIdentifier());
        snapshots.delete(request.snapshotIdentifier());
        return DeleteClusterSnapshotResponse.builder().build();
    }

    @Override
    public ResizeClusterResponse resizeCluster(ResizeClusterRequest request) {
        SimulatedCluster asked = find(request.clusterIdentifier());
        boolean besideSnapshot = asked == cluster && snapshots.oneIsUnderWay();
        if (!asked.takesResize()
                || copies.streams(asked)
                || (besideSnapshot && !behaviour.has(Quirk.FAILS_BESIDE_SNAPSHOT))) {
            throw busy(asked);
        }
        String who = asked == cluster ? "" : asked.identifier() + ", ";
        new ResizeRequest(asked, request, behaviour, journal).carryOut(who, besideSnapshot);
        return ResizeClusterResponse.builder().build();
    }

    @Override
    public RestoreFromClusterSnapshotResponse restoreFromClusterSnapshot(
            RestoreFromClusterSnapshotRequest request) {
        if (request.clusterIdentifier().equals(cluster.identifier()) && !cluster.isGone()) {
            throw SimulatedCopies.exists(request.clusterIdentifier());
        }
        copies.restore(request, snapshots.find(request.snapshotIdentifier()), cluster);
        return RestoreFromClusterSnapshotResponse.builder().build();
    }

    @Override
    public CreateTagsResponse createTags(CreateTagsRequest request) {
        copies.tag(request);
        return CreateTagsResponse.builder().build();
    }

    @Override
    public DeleteClusterResponse deleteCluster(DeleteClusterRequest request) {
        copies.delete(find(request.clusterIdentifier()), request);
        return DeleteClusterResponse.builder().build();
    }

    private void requireFree() {
        if (!isFree()) {
            throw busy(cluster);
        }
    }

    static AwsServiceException busy(SimulatedCluster cluster) {
        return refusal(
                InvalidClusterStateException.builder(),
                "InvalidClusterState",
                cluster.isFull()
                        ? "The cluster %s is not in available state".formatted(cluster.identifier())
                        : "There is an operation running on the cluster " + cluster.identifier());
    }

    private void requireCluster(String asked) {
        if (!cluster.identifier().equals(asked) || cluster.isGone()) {
            throw unknown(asked);
        }
    }

    private SimulatedCluster find(String asked) {
        return copies.find(asked)
                .or(() -> Optional.of(cluster).filter(each -> each.identifier().equals(asked)))
                .filter(each -> !each.isGone())
                .orElseThrow(() -> unknown(asked));
    }

    private static AwsServiceException unknown(String asked) {
        return refusal(
                ClusterNotFoundException.builder(),
                "ClusterNotFound",
                "Cluster " + asked + " not found");
    }

    static AwsServiceException incomplete(String message) {
        return refusal(RedshiftException.builder(), "InvalidParameterCombination", message);
    }

    static AwsServiceException refusal(
            AwsServiceException.Builder exception, String code, String message) {
        return Refusal.of(exception, "Redshift", code, message);
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Holds nothing that could be closed.
    }
}
