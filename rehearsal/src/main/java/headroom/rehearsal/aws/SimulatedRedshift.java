package headroom.rehearsal.aws;

import headroom.rehearsal.aws.RedshiftDials.Trouble;
import headroom.rehearsal.faults.Faults;
import headroom.rehearsal.faults.Kinds;
import headroom.rehearsal.journal.Journal;
import headroom.rehearsal.journal.Kind;
import headroom.rehearsal.time.Agenda;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.Cluster;
import software.amazon.awssdk.services.redshift.model.ClusterNotFoundException;
import software.amazon.awssdk.services.redshift.model.CreateClusterSnapshotRequest;
import software.amazon.awssdk.services.redshift.model.CreateClusterSnapshotResponse;
import software.amazon.awssdk.services.redshift.model.DescribeClusterSnapshotsRequest;
import software.amazon.awssdk.services.redshift.model.DescribeClusterSnapshotsResponse;
import software.amazon.awssdk.services.redshift.model.DescribeClustersRequest;
import software.amazon.awssdk.services.redshift.model.DescribeClustersResponse;
import software.amazon.awssdk.services.redshift.model.DescribeNodeConfigurationOptionsRequest;
import software.amazon.awssdk.services.redshift.model.DescribeNodeConfigurationOptionsResponse;
import software.amazon.awssdk.services.redshift.model.DescribeResizeRequest;
import software.amazon.awssdk.services.redshift.model.DescribeResizeResponse;
import software.amazon.awssdk.services.redshift.model.InvalidClusterStateException;
import software.amazon.awssdk.services.redshift.model.ResizeClusterRequest;
import software.amazon.awssdk.services.redshift.model.ResizeClusterResponse;
import software.amazon.awssdk.services.redshift.model.ResizeNotFoundException;
import software.amazon.awssdk.services.redshift.model.UnsupportedOptionException;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/// Redshift with one cluster, as far as Headroom uses it.
public final class SimulatedRedshift implements RedshiftClient {
    /// In MB: the managed storage that one ra3.4xlarge node may use.
    public static final double NODE_CAPACITY = 128.0 * 1024 * 1024;

    static final String GONE = "gone";

    private final Agenda agenda;
    private final Journal journal;
    private final Disk disk;
    private final RedshiftDials dials;
    private final Faults faults;
    private final String identifier;
    private final SimulatedSnapshots snapshots;
    private final Set<Trouble> struck = new HashSet<>();
    private String status = "available";
    private int nodes;
    private int changes;
    private @Nullable SimulatedResize lastResize;
    private @Nullable SimulatedResize staleResize;
    private boolean stale;

    public SimulatedRedshift(
            String identifier,
            int nodes,
            Disk disk,
            RedshiftDials dials,
            Faults faults,
            Agenda agenda,
            Journal journal) {
        this.identifier = identifier;
        this.nodes = nodes;
        this.disk = disk;
        this.dials = dials;
        this.faults = faults;
        this.agenda = agenda;
        this.journal = journal;
        snapshots = new SimulatedSnapshots(identifier, dials, faults, agenda, journal);
        lastResize = new SimulatedResize("SUCCEEDED", nodes, agenda.now(), dials.resize());
    }

    public int nodes() {
        return nodes;
    }

    public double diskPercent() {
        return 100 * disk.used() / (nodes * NODE_CAPACITY);
    }

    /// True in the states in which replication may resume. Redshift takes writes while it prepares
    /// a resize as well, but not for long.
    public boolean takesWrites() {
        return status.equals("available") || status.equals("available, resize-cleanup");
    }

    public boolean resizes() {
        return lastResize != null && lastResize.status().equals("IN_PROGRESS");
    }

    /// A status in which the cluster reports no metrics.
    boolean isSilent() {
        return !status.startsWith("available");
    }

    public boolean hasAvailableSnapshot(String name) {
        return snapshots.hasAvailable(name);
    }

    @Override
    public DescribeClustersResponse describeClusters(DescribeClustersRequest request) {
        requireCluster(request.clusterIdentifier());
        boolean shownAsBefore = stale;
        stale = false;
        String shown = shownAsBefore ? "available" : status;
        return DescribeClustersResponse.builder()
                .clusters(
                        Cluster.builder()
                                .clusterIdentifier(identifier)
                                .clusterStatus(shown)
                                .clusterAvailabilityStatus(
                                        shown.startsWith("available") ? "Available" : "Unavailable")
                                .nodeType(SimulatedSizes.NODE_TYPE)
                                .numberOfNodes(nodes)
                                .build())
                .build();
    }

    @Override
    public DescribeResizeResponse describeResize(DescribeResizeRequest request) {
        requireCluster(request.clusterIdentifier());
        SimulatedResize shown = staleResize == null ? lastResize : staleResize;
        staleResize = null;
        if (shown == null) {
            throw refusal(
                    ResizeNotFoundException.builder(),
                    "ResizeNotFound",
                    "Resize operation for cluster " + identifier + " does not exist");
        }
        return shown.describe(agenda.now());
    }

    @Override
    public DescribeNodeConfigurationOptionsResponse describeNodeConfigurationOptions(
            DescribeNodeConfigurationOptionsRequest request) {
        requireCluster(request.clusterIdentifier());
        return sizes().describe(request.marker());
    }

    private SimulatedSizes sizes() {
        return new SimulatedSizes(nodes, disk.used());
    }

    @Override
    public CreateClusterSnapshotResponse createClusterSnapshot(
            CreateClusterSnapshotRequest request) {
        requireCluster(request.clusterIdentifier());
        snapshots.refuseSecond(request.snapshotIdentifier());
        requireAvailable();
        return CreateClusterSnapshotResponse.builder()
                .snapshot(snapshots.create(request.snapshotIdentifier()).describe(agenda.now()))
                .build();
    }

    @Override
    public DescribeClusterSnapshotsResponse describeClusterSnapshots(
            DescribeClusterSnapshotsRequest request) {
        return DescribeClusterSnapshotsResponse.builder()
                .snapshots(snapshots.find(request.snapshotIdentifier()).describe(agenda.now()))
                .build();
    }

    @Override
    public ResizeClusterResponse resizeCluster(ResizeClusterRequest request) {
        requireCluster(request.clusterIdentifier());
        requireAvailable();
        int target = request.numberOfNodes();
        if (!sizes().permits(target) || strikes(Trouble.RESIZE_REFUSED)) {
            throw refusal(
                    UnsupportedOptionException.builder(),
                    "UnsupportedOptionFault",
                    "The requested resize configuration is not supported at this time");
        }
        journal.note(Kind.CALL, "ResizeCluster", "%d -> %d nodes".formatted(nodes, target));
        resize(target);
        return ResizeClusterResponse.builder().build();
    }

    void resize(int target) {
        String fault = faults.strike(Kinds.RESIZE).orElse("");
        boolean fails = strikes(Trouble.RESIZE_FAILS) || fault.equals(Kinds.FAILS);
        Duration resizes = dials.resize().multipliedBy(fault.equals(Kinds.SLOW) ? 10 : 1);
        var takes = dials.prepare().plus(resizes).plus(dials.cleanup());
        SimulatedResize resize = new SimulatedResize("IN_PROGRESS", target, agenda.now(), takes);
        stale = true;
        staleResize = lastResize;
        lastResize = resize;
        become("available, prep-for-resize");
        later(dials.prepare(), () -> become("resizing"));
        later(dials.prepare().plus(resizes), () -> settle(resize, fails));
    }

    /// True once for each trouble that the story has.
    private boolean strikes(Trouble trouble) {
        return dials.has(trouble) && struck.add(trouble);
    }

    private void settle(SimulatedResize resize, boolean fails) {
        if (fails) {
            lastResize = resize.with("FAILED");
            become("available");
            return;
        }
        nodes = resize.nodes();
        if (dials.has(Trouble.SUCCESS_SHOWN_EARLY)) {
            lastResize = resize.with("SUCCEEDED");
        }
        become("available, resize-cleanup");
        later(
                dials.cleanup(),
                () -> {
                    lastResize = resize.with("SUCCEEDED");
                    become("available");
                });
    }

    boolean isFree() {
        return status.equals("available") && !snapshots.oneIsUnderWay();
    }

    String status() {
        return status;
    }

    /// Whatever was due to happen to the cluster happens no more.
    void interrupt() {
        changes++;
    }

    /// Does something when its time has come, unless somebody changed the cluster meanwhile.
    void later(Duration delay, Runnable change) {
        int before = changes;
        agenda.after(
                delay,
                () -> {
                    if (changes == before) {
                        change.run();
                    }
                });
    }

    void become(String next) {
        status = next;
        journal.note(
                Kind.CLUSTER,
                identifier,
                "%s, %d nodes, disk %.1f %%".formatted(status, nodes, diskPercent()));
    }

    private void requireAvailable() {
        if (!isFree()) {
            throw refusal(
                    InvalidClusterStateException.builder(),
                    "InvalidClusterState",
                    "There is an operation running on the cluster " + identifier);
        }
    }

    private void requireCluster(String asked) {
        if (!identifier.equals(asked) || status.equals(GONE)) {
            throw refusal(
                    ClusterNotFoundException.builder(),
                    "ClusterNotFound",
                    "Cluster " + asked + " not found");
        }
    }

    private static AwsServiceException refusal(
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
