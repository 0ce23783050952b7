package headroom.rehearsal.aws;

import headroom.rehearsal.aws.RedshiftDials.Trouble;
import headroom.rehearsal.journal.Journal;
import headroom.rehearsal.journal.Kind;
import headroom.rehearsal.time.Agenda;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.Cluster;
import software.amazon.awssdk.services.redshift.model.ClusterNotFoundException;
import software.amazon.awssdk.services.redshift.model.ClusterSnapshotAlreadyExistsException;
import software.amazon.awssdk.services.redshift.model.ClusterSnapshotNotFoundException;
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
import software.amazon.awssdk.services.redshift.model.Mode;
import software.amazon.awssdk.services.redshift.model.NodeConfigurationOption;
import software.amazon.awssdk.services.redshift.model.ResizeClusterRequest;
import software.amazon.awssdk.services.redshift.model.ResizeClusterResponse;
import software.amazon.awssdk.services.redshift.model.ResizeNotFoundException;
import software.amazon.awssdk.services.redshift.model.UnsupportedOptionException;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Redshift with one cluster, as far as Headroom uses it.
public final class SimulatedRedshift implements RedshiftClient {
    /// In MB: the managed storage that one ra3.4xlarge node may use.
    public static final double NODE_CAPACITY = 128.0 * 1024 * 1024;

    private static final String NODE_TYPE = "ra3.4xlarge";
    private static final List<Integer> OPTIONS = List.of(2, 3, 6, 8, 12, 16);

    private final Agenda agenda;
    private final Journal journal;
    private final Disk disk;
    private final RedshiftDials dials;
    private final String identifier;
    private final Map<String, SimulatedSnapshot> snapshots = new LinkedHashMap<>();
    private final Set<Trouble> struck = new HashSet<>();
    private String status = "available";
    private int nodes;
    private @Nullable SimulatedResize lastResize;
    private @Nullable SimulatedResize staleResize;
    private boolean stale;

    public SimulatedRedshift(
            String identifier,
            int nodes,
            Disk disk,
            RedshiftDials dials,
            Agenda agenda,
            Journal journal) {
        this.identifier = identifier;
        this.nodes = nodes;
        this.disk = disk;
        this.dials = dials;
        this.agenda = agenda;
        this.journal = journal;
        lastResize = new SimulatedResize("SUCCEEDED", nodes, agenda.now(), dials.resize());
    }

    public int nodes() {
        return nodes;
    }

    public double diskPercent() {
        return 100 * disk.used() / (nodes * NODE_CAPACITY);
    }

    /// True in the states in which the documentation promises reads and writes.
    public boolean takesWrites() {
        return status.startsWith("available");
    }

    /// A status in which the cluster reports no metrics.
    boolean isSilent() {
        return status.equals("resizing");
    }

    public boolean hasAvailableSnapshot(String name) {
        return Optional.ofNullable(snapshots.get(name))
                .filter(SimulatedSnapshot::isAvailable)
                .isPresent();
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
                                .nodeType(NODE_TYPE)
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
        List<NodeConfigurationOption> options =
                OPTIONS.stream()
                        .flatMap(
                                count ->
                                        List.of(
                                                option("ra3.16xlarge", count, Mode.STANDARD),
                                                option(NODE_TYPE, count, Mode.HIGH_PERFORMANCE),
                                                option(NODE_TYPE, count, Mode.STANDARD))
                                                .stream())
                        .filter(option -> option.numberOfNodes() != nodes)
                        .toList();
        Pages<NodeConfigurationOption> pages = Pages.cut(options, request.marker());
        return DescribeNodeConfigurationOptionsResponse.builder()
                .nodeConfigurationOptionList(pages.page())
                .marker(pages.marker())
                .build();
    }

    private NodeConfigurationOption option(String nodeType, int count, Mode mode) {
        return NodeConfigurationOption.builder()
                .nodeType(nodeType)
                .numberOfNodes(count)
                .mode(mode)
                .estimatedDiskUtilizationPercent(100 * disk.used() / (count * NODE_CAPACITY))
                .build();
    }

    @Override
    public CreateClusterSnapshotResponse createClusterSnapshot(
            CreateClusterSnapshotRequest request) {
        requireCluster(request.clusterIdentifier());
        String name = request.snapshotIdentifier();
        if (snapshots.containsKey(name)) {
            throw refusal(
                    ClusterSnapshotAlreadyExistsException.builder(),
                    "ClusterSnapshotAlreadyExists",
                    "Cannot create the snapshot because one named " + name + " exists");
        }
        requireAvailable();
        SimulatedSnapshot snapshot =
                new SimulatedSnapshot(
                        name, identifier, "creating", agenda.now(), dials.snapshot(), 81_920);
        snapshots.put(name, snapshot);
        journal.note(Kind.CALL, "CreateClusterSnapshot", name);
        agenda.after(
                dials.snapshot(),
                () -> {
                    String end = strikes(Trouble.SNAPSHOT_FAILS) ? "failed" : "available";
                    snapshots.put(name, snapshot.with(end));
                    journal.note(Kind.CLUSTER, identifier, "snapshot is " + end);
                });
        return CreateClusterSnapshotResponse.builder()
                .snapshot(snapshot.describe(agenda.now()))
                .build();
    }

    @Override
    public DescribeClusterSnapshotsResponse describeClusterSnapshots(
            DescribeClusterSnapshotsRequest request) {
        SimulatedSnapshot found = snapshots.get(request.snapshotIdentifier());
        if (found == null) {
            throw refusal(
                    ClusterSnapshotNotFoundException.builder(),
                    "ClusterSnapshotNotFound",
                    "Snapshot " + request.snapshotIdentifier() + " not found");
        }
        return DescribeClusterSnapshotsResponse.builder()
                .snapshots(found.describe(agenda.now()))
                .build();
    }

    @Override
    public ResizeClusterResponse resizeCluster(ResizeClusterRequest request) {
        requireCluster(request.clusterIdentifier());
        requireAvailable();
        int target = request.numberOfNodes();
        if (!OPTIONS.contains(target) || strikes(Trouble.RESIZE_REFUSED)) {
            throw refusal(
                    UnsupportedOptionException.builder(),
                    "UnsupportedOptionFault",
                    "The requested resize configuration is not supported at this time");
        }
        journal.note(Kind.CALL, "ResizeCluster", "%d -> %d nodes".formatted(nodes, target));
        var takes = dials.prepare().plus(dials.resize()).plus(dials.cleanup());
        SimulatedResize resize = new SimulatedResize("IN_PROGRESS", target, agenda.now(), takes);
        stale = true;
        staleResize = lastResize;
        lastResize = resize;
        become("available, prep-for-resize");
        agenda.after(dials.prepare(), () -> become("resizing"));
        agenda.after(dials.prepare().plus(dials.resize()), () -> settle(resize));
        return ResizeClusterResponse.builder().build();
    }

    /// True once for each trouble that the story has.
    private boolean strikes(Trouble trouble) {
        return dials.has(trouble) && struck.add(trouble);
    }

    private void settle(SimulatedResize resize) {
        if (strikes(Trouble.RESIZE_FAILS)) {
            lastResize = resize.with("FAILED");
            become("available");
            return;
        }
        nodes = resize.nodes();
        if (dials.has(Trouble.SUCCESS_SHOWN_EARLY)) {
            lastResize = resize.with("SUCCEEDED");
        }
        become("available, resize-cleanup");
        agenda.after(
                dials.cleanup(),
                () -> {
                    lastResize = resize.with("SUCCEEDED");
                    become("available");
                });
    }

    private void become(String next) {
        status = next;
        journal.note(
                Kind.CLUSTER,
                identifier,
                "%s, %d nodes, disk %.1f %%".formatted(status, nodes, diskPercent()));
    }

    private void requireAvailable() {
        boolean snapshotUnderWay =
                snapshots.values().stream().anyMatch(each -> each.status().equals("creating"));
        if (!status.equals("available") || snapshotUnderWay) {
            throw refusal(
                    InvalidClusterStateException.builder(),
                    "InvalidClusterState",
                    "There is an operation running on the cluster " + identifier);
        }
    }

    private void requireCluster(String asked) {
        if (!identifier.equals(asked)) {
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
