package headroom.redshift;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.Cluster;
import software.amazon.awssdk.services.redshift.model.ClusterNotFoundException;
import software.amazon.awssdk.services.redshift.model.ClusterSnapshotNotFoundException;
import software.amazon.awssdk.services.redshift.model.CreateClusterSnapshotRequest;
import software.amazon.awssdk.services.redshift.model.CreateClusterSnapshotResponse;
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
import software.amazon.awssdk.services.redshift.model.NodeConfigurationOption;
import software.amazon.awssdk.services.redshift.model.RedshiftException;
import software.amazon.awssdk.services.redshift.model.RedshiftRequest;
import software.amazon.awssdk.services.redshift.model.ResizeClusterRequest;
import software.amazon.awssdk.services.redshift.model.ResizeClusterResponse;
import software.amazon.awssdk.services.redshift.model.ResizeNotFoundException;
import software.amazon.awssdk.services.redshift.model.Snapshot;
import software.amazon.awssdk.services.redshift.model.UnsupportedOperationException;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Answers every look with what a test has set, and keeps the requests to act. Any other call of
/// the client fails.
public final class RedshiftStub implements RedshiftClient {
    /// Requests to take or delete a snapshot, or to resize.
    public final List<RedshiftRequest> acts = new ArrayList<>();

    /// Requests for the permitted sizes.
    public final List<DescribeNodeConfigurationOptionsRequest> sizeLooks = new ArrayList<>();

    private final Cluster.Builder cluster =
            Cluster.builder()
                    .clusterIdentifier("sales")
                    .clusterStatus("available")
                    .clusterAvailabilityStatus("Available")
                    .nodeType("ra3.4xlarge")
                    .numberOfNodes(4);
    private final List<List<NodeConfigurationOption>> sizePages = new ArrayList<>();
    private boolean sizesAreRefused;
    private boolean gone;
    private @Nullable DescribeResizeResponse lastResize;
    private @Nullable Snapshot snapshot;
    private @Nullable RedshiftException refusal;
    private boolean once;

    public RedshiftStub cluster(Consumer<Cluster.Builder> change) {
        change.accept(cluster);
        return this;
    }

    public RedshiftStub clusterIs(String status, int nodes) {
        return cluster(it -> it.clusterStatus(status).numberOfNodes(nodes));
    }

    public RedshiftStub clusterIsGone() {
        gone = true;
        return this;
    }

    public RedshiftStub lastResize(String status, int nodes) {
        return lastResize(it -> it.status(status).targetNumberOfNodes(nodes));
    }

    public RedshiftStub lastResize(Consumer<DescribeResizeResponse.Builder> change) {
        lastResize = DescribeResizeResponse.builder().applyMutation(change).build();
        return this;
    }

    public RedshiftStub snapshot(Consumer<Snapshot.Builder> change) {
        snapshot =
                Snapshot.builder()
                        .snapshotIdentifier("headroom-sales-run-1")
                        .clusterIdentifier("sales")
                        .applyMutation(change)
                        .build();
        return this;
    }

    public RedshiftStub sizesPage(NodeConfigurationOption... options) {
        sizePages.add(List.of(options));
        return this;
    }

    public RedshiftStub sizesAreRefused() {
        sizesAreRefused = true;
        return this;
    }

    /// What every request to act is answered with.
    public RedshiftStub refuses(RedshiftException answer) {
        refusal = answer;
        return this;
    }

    /// What the next request to act is answered with.
    public RedshiftStub refusesOnce(RedshiftException answer) {
        once = true;
        return refuses(answer);
    }

    @Override
    public DescribeClustersResponse describeClusters(DescribeClustersRequest request) {
        if (gone) {
            throw ClusterNotFoundException.builder().message("Cluster not found.").build();
        }
        return DescribeClustersResponse.builder().clusters(cluster.build()).build();
    }

    @Override
    public DescribeResizeResponse describeResize(DescribeResizeRequest request) {
        if (lastResize == null) {
            throw ResizeNotFoundException.builder().message("Never resized.").build();
        }
        return lastResize;
    }

    @Override
    public DescribeClusterSnapshotsResponse describeClusterSnapshots(
            DescribeClusterSnapshotsRequest request) {
        if (snapshot == null && request.snapshotIdentifier() == null) {
            return DescribeClusterSnapshotsResponse.builder().build();
        }
        if (snapshot == null || isAnother(snapshot, request.snapshotIdentifier())) {
            throw ClusterSnapshotNotFoundException.builder().message("No snapshot.").build();
        }
        return DescribeClusterSnapshotsResponse.builder().snapshots(snapshot).build();
    }

    private static boolean isAnother(Snapshot snapshot, @Nullable String asked) {
        String name = snapshot.snapshotIdentifier();
        return name != null && asked != null && !name.equals(asked);
    }

    @Override
    public DescribeNodeConfigurationOptionsResponse describeNodeConfigurationOptions(
            DescribeNodeConfigurationOptionsRequest request) {
        sizeLooks.add(request);
        if (sizesAreRefused) {
            throw UnsupportedOperationException.builder().message("Not for one node.").build();
        }
        int page = request.marker() == null ? 0 : Integer.parseInt(request.marker());
        boolean last = page >= sizePages.size() - 1;
        return DescribeNodeConfigurationOptionsResponse.builder()
                .nodeConfigurationOptionList(sizePages.get(page))
                .marker(last ? null : Integer.toString(page + 1))
                .build();
    }

    @Override
    public CreateClusterSnapshotResponse createClusterSnapshot(
            CreateClusterSnapshotRequest request) {
        act(request);
        return CreateClusterSnapshotResponse.builder().build();
    }

    @Override
    public DeleteClusterSnapshotResponse deleteClusterSnapshot(
            DeleteClusterSnapshotRequest request) {
        act(request);
        return DeleteClusterSnapshotResponse.builder().build();
    }

    @Override
    public ResizeClusterResponse resizeCluster(ResizeClusterRequest request) {
        act(request);
        return ResizeClusterResponse.builder().build();
    }

    private void act(RedshiftRequest request) {
        acts.add(request);
        RedshiftException answer = refusal;
        if (once) {
            refusal = null;
        }
        if (answer != null) {
            throw answer;
        }
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {}
}
