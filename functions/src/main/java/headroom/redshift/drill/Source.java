package headroom.redshift.drill;

import headroom.redshift.cluster.ClusterGone;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.Cluster;
import software.amazon.awssdk.services.redshift.model.ClusterNotFoundException;
import software.amazon.awssdk.services.redshift.model.ClusterParameterGroupStatus;
import software.amazon.awssdk.services.redshift.model.ClusterSnapshotNotFoundException;
import software.amazon.awssdk.services.redshift.model.RestoreFromClusterSnapshotRequest;
import software.amazon.awssdk.services.redshift.model.Snapshot;
import software.amazon.awssdk.services.redshift.model.VpcSecurityGroupMembership;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The cluster that is copied, as DescribeClusters showed it a moment ago: how its copy is made,
/// and whether one is guarded as it is.
record Source(Cluster sdk) {
    /// A copy of yesterday holds what the cluster holds, nearly.
    static final Duration OLDEST_SNAPSHOT = Duration.ofDays(1);

    /// @throws ClusterGone if there is no such cluster
    static Source describe(RedshiftClient redshift, String identifier) {
        try {
            return redshift
                    .describeClusters(request -> request.clusterIdentifier(identifier))
                    .clusters()
                    .stream()
                    .findFirst()
                    .map(Source::new)
                    .orElseThrow(() -> new ClusterGone(identifier));
        } catch (ClusterNotFoundException gone) {
            throw new ClusterGone(identifier);
        }
    }

    /// The newest that would be the same cluster again, whoever took it; empty if there is none of
    /// the last day.
    Optional<Snapshot> newestSnapshot(RedshiftClient redshift, Instant now) {
        try {
            return redshift
                    .describeClusterSnapshotsPaginator(
                            request ->
                                    request.clusterIdentifier(sdk.clusterIdentifier())
                                            .startTime(now.minus(OLDEST_SNAPSHOT)))
                    .snapshots()
                    .stream()
                    .filter(each -> "available".equals(each.status()))
                    .filter(each -> each.snapshotCreateTime() != null)
                    .filter(this::isOfThisShape)
                    .max(Comparator.comparing(Snapshot::snapshotCreateTime));
        } catch (ClusterSnapshotNotFoundException none) {
            return Optional.empty();
        }
    }

    private boolean isOfThisShape(Snapshot snapshot) {
        return Objects.equals(snapshot.nodeType(), sdk.nodeType())
                && Objects.equals(snapshot.numberOfNodes(), sdk.numberOfNodes())
                && Boolean.TRUE.equals(snapshot.encrypted()) == isEncrypted()
                && Objects.equals(snapshot.kmsKeyId(), sdk.kmsKeyId());
    }

    /// Whether it has as many nodes again in a second Availability Zone.
    boolean isMultiAz() {
        return "enabled".equalsIgnoreCase(sdk.multiAZ());
    }

    private boolean isEncrypted() {
        return Boolean.TRUE.equals(sdk.encrypted());
    }

    /// Whatever is left out is as it was when the snapshot was taken, the key of its encryption
    /// among it; but the groups would be the account's default ones.
    RestoreFromClusterSnapshotRequest restoring(String snapshot, String copy) {
        return RestoreFromClusterSnapshotRequest.builder()
                .clusterIdentifier(copy)
                .snapshotIdentifier(snapshot)
                .snapshotClusterIdentifier(sdk.clusterIdentifier())
                .clusterSubnetGroupName(sdk.clusterSubnetGroupName())
                .clusterParameterGroupName(
                        sdk.clusterParameterGroups().stream()
                                .map(ClusterParameterGroupStatus::parameterGroupName)
                                .findFirst()
                                .orElse(null))
                .vpcSecurityGroupIds(List.copyOf(groups(sdk)))
                .enhancedVpcRouting(sdk.enhancedVpcRouting())
                .publiclyAccessible(false)
                .automatedSnapshotRetentionPeriod(leastRetention())
                .build();
    }

    /// Nodes with managed storage always have automated snapshots. They go with their cluster.
    private int leastRetention() {
        String type = String.valueOf(sdk.nodeType());
        return type.startsWith("dc") ? 0 : 1;
    }

    private static Set<String> groups(Cluster cluster) {
        return cluster.vpcSecurityGroups().stream()
                .map(VpcSecurityGroupMembership::vpcSecurityGroupId)
                .collect(Collectors.toSet());
    }

    /// In what the copy is guarded less than the cluster; null if in nothing. What Redshift does
    /// not show yet is not held against it before the copy is there.
    @Nullable String weakness(Cluster copy) {
        List<String> weak = new ArrayList<>();
        if (isEncrypted() && !Boolean.TRUE.equals(copy.encrypted())) {
            weak.add("it is not encrypted");
        }
        if (!Objects.equals(sdk.kmsKeyId(), copy.kmsKeyId())) {
            weak.add("its key is %s instead of %s".formatted(copy.kmsKeyId(), sdk.kmsKeyId()));
        }
        if (Boolean.TRUE.equals(copy.publiclyAccessible())) {
            weak.add("it is publicly accessible");
        }
        if (!groups(sdk).containsAll(groups(copy))) {
            weak.add("it has security groups that the cluster lacks: " + groups(copy));
        }
        if (!Objects.equals(sdk.clusterSubnetGroupName(), copy.clusterSubnetGroupName())) {
            weak.add("its subnet group is " + copy.clusterSubnetGroupName());
        }
        return weak.isEmpty() ? null : String.join(", ", weak);
    }
}
