package headroom.simulated.redshift;

import headroom.simulated.redshift.RedshiftBehaviour.Quirk;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.redshift.model.Cluster;
import software.amazon.awssdk.services.redshift.model.ClusterParameterGroupStatus;
import software.amazon.awssdk.services.redshift.model.PendingModifiedValues;
import software.amazon.awssdk.services.redshift.model.VpcSecurityGroupMembership;

import java.time.Duration;
import java.time.Instant;

/// The cluster as DescribeClusters shows it.
///
/// @param status which may be one that it no longer has, or that stands for another
/// @param pendingNodes that a resize was asked for and has not begun with
record ShownCluster(String identifier, String status, int nodes, @Nullable Integer pendingNodes) {
    private static final int PORT = 5439;

    private static final Duration AGE = Duration.ofDays(400);

    /// What the cluster and its snapshots are encrypted with.
    static final String KEY =
            "arn:aws:kms:eu-west-1:111122223333:key/0a1b2c3d-1111-2222-3333-444455556666";

    /// @param began when the scenario did
    Cluster.Builder describe(RedshiftBehaviour behaviour, Instant began, Instant now) {
        boolean versionPends =
                behaviour.maintenance().isVersionPending(Duration.between(began, now));
        Cluster.Builder cluster =
                Cluster.builder()
                        .clusterIdentifier(identifier)
                        .clusterStatus(status)
                        .clusterAvailabilityStatus(availability(behaviour))
                        .vpcId("vpc-1")
                        .clusterSubnetGroupName("warehouse")
                        .clusterParameterGroups(parameters("wlm"))
                        .vpcSecurityGroups(member("sg-warehouse"))
                        .enhancedVpcRouting(true)
                        .publiclyAccessible(false)
                        .encrypted(true)
                        .kmsKeyId(KEY)
                        .clusterCreateTime(began.minus(AGE))
                        .nodeType(behaviour.nodeType().shown())
                        .numberOfNodes(nodes)
                        .totalStorageCapacityInMegaBytes(
                                (long) (nodes * SimulatedRedshift.NODE_CAPACITY))
                        .endpoint(
                                endpoint ->
                                        endpoint.address(SimulatedRedshift.address(identifier))
                                                .port(PORT))
                        .pendingModifiedValues(
                                PendingModifiedValues.builder()
                                        .clusterVersion(versionPends ? "1.0" : null)
                                        .numberOfNodes(pendingNodes)
                                        .build());
        return behaviour.maintenance().describe(cluster, began, now);
    }

    static ClusterParameterGroupStatus parameters(String group) {
        return ClusterParameterGroupStatus.builder().parameterGroupName(group).build();
    }

    static VpcSecurityGroupMembership member(String group) {
        return VpcSecurityGroupMembership.builder()
                .vpcSecurityGroupId(group)
                .status("active")
                .build();
    }

    private String availability(RedshiftBehaviour behaviour) {
        if (status.equals(SimulatedCluster.CLEANUP)
                && behaviour.has(Quirk.CLEANUP_SHOWN_MODIFYING)) {
            return "Modifying";
        }
        boolean answersQueries =
                status.startsWith(SimulatedCluster.AVAILABLE)
                        || status.equals(SimulatedCluster.FULL);
        return answersQueries ? "Available" : "Unavailable";
    }
}
