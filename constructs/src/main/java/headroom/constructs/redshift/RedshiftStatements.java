package headroom.constructs.redshift;

import static headroom.constructs.workflow.Allow.EVERYTHING;

import headroom.constructs.workflow.Allow;
import headroom.redshift.ClusterNames;
import headroom.redshift.cluster.RunSnapshot;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;

import java.util.List;

/// What a step can be allowed to do, each as narrow as the service makes it possible.
///
/// An act names its cluster, snapshots or tasks. Most reads cannot: CloudWatch knows no narrower
/// right to a metric, and DMS none to a search. Redshift has come to know one for clusters, sizes
/// and snapshots so lately that it is not certain to be honoured in each partition; a read that is
/// refused in the middle of a run does more harm than one that could see a neighbour.
///
/// A cluster that is encrypted with a customer's key needs nothing more: Redshift uses the key by
/// the grants that it got when the cluster was made, for its snapshots and its new nodes too, and
/// IAM names no right to a key that a caller of either action depends on. A key's policy that
/// denies this to Redshift itself, or a key with too many grants, makes Redshift refuse: the run
/// then reports what it was told, with the tasks resumed.
///
/// @param stack the cluster, its tasks and the stack are in one region of one account
record RedshiftStatements(Stack stack, String cluster) {
    /// CloudWatch asks for all alarms where the answer may hold a composite one.
    PolicyStatement seeAlarms() {
        return Allow.to("cloudwatch:DescribeAlarms", EVERYTHING);
    }

    PolicyStatement seeCluster() {
        return Allow.to("redshift:DescribeClusters", EVERYTHING);
    }

    PolicyStatement seeSizes() {
        return Allow.to("redshift:DescribeNodeConfigurationOptions", EVERYTHING);
    }

    PolicyStatement seeResize() {
        return Allow.to("redshift:DescribeResize", clusterArn());
    }

    PolicyStatement resize() {
        return Allow.to("redshift:ResizeCluster", clusterArn());
    }

    /// Redshift asks for the right to the snapshot, and of late to its cluster as well.
    PolicyStatement takeSnapshot() {
        return Allow.to(
                "redshift:CreateClusterSnapshot",
                clusterArn(),
                snapshotArns(RunSnapshot.PRECOPY),
                snapshotArns(RunSnapshot.BACKUP));
    }

    /// Redshift lists the cluster among what this action is authorised on, beside the snapshot. Of
    /// the two it is the snapshot that bounds what may be deleted.
    PolicyStatement removePrecopy() {
        return Allow.to(
                "redshift:DeleteClusterSnapshot", clusterArn(), snapshotArns(RunSnapshot.PRECOPY));
    }

    PolicyStatement seeSnapshots() {
        return Allow.to("redshift:DescribeClusterSnapshots", EVERYTHING);
    }

    /// Redshift authorises a restore on the snapshot and on the cluster that is made of it.
    PolicyStatement restoreCopy() {
        return Allow.to(
                "redshift:RestoreFromClusterSnapshot",
                copyArn(),
                arn("redshift", "snapshot", cluster + "/*"));
    }

    /// Redshift looks at the network of a cluster that it makes with the rights of whoever asks for
    /// it, and else refuses, as was seen in aws/redshift-test-drive#120. IAM's reference names none
    /// of these rights beside the restore.
    PolicyStatement seeNetwork() {
        return PolicyStatement.Builder.create()
                .actions(
                        List.of(
                                "ec2:DescribeAccountAttributes",
                                "ec2:DescribeAddresses",
                                "ec2:DescribeAvailabilityZones",
                                "ec2:DescribeInternetGateways",
                                "ec2:DescribeSecurityGroups",
                                "ec2:DescribeSubnets",
                                "ec2:DescribeVpcs"))
                .resources(List.of(EVERYTHING))
                .build();
    }

    PolicyStatement tagCopy() {
        return Allow.to("redshift:CreateTags", copyArn());
    }

    PolicyStatement seeCopysResize() {
        return Allow.to("redshift:DescribeResize", copyArn());
    }

    PolicyStatement resizeCopy() {
        return Allow.to("redshift:ResizeCluster", copyArn());
    }

    PolicyStatement deleteCopy() {
        return Allow.to("redshift:DeleteCluster", copyArn());
    }

    PolicyStatement seeDisk() {
        return Allow.to("cloudwatch:GetMetricStatistics", EVERYTHING);
    }

    PolicyStatement findLatencies() {
        return Allow.to("cloudwatch:ListMetrics", EVERYTHING);
    }

    PolicyStatement seeLatencies() {
        return Allow.to("cloudwatch:GetMetricData", EVERYTHING);
    }

    PolicyStatement seeTasks() {
        return Allow.to("dms:DescribeReplicationTasks", EVERYTHING);
    }

    PolicyStatement seeServerless() {
        return Allow.to("dms:DescribeReplications", EVERYTHING);
    }

    /// A serverless replication's settings stand with its configuration.
    PolicyStatement seeServerlessSettings() {
        return Allow.to("dms:DescribeReplicationConfigs", EVERYTHING);
    }

    PolicyStatement seeTables() {
        return Allow.to("dms:DescribeTableStatistics", taskArns());
    }

    PolicyStatement seeServerlessTables() {
        return Allow.to("dms:DescribeReplicationTableStatistics", serverlessArns());
    }

    PolicyStatement seeEndpoints() {
        return Allow.to("dms:DescribeEndpoints", EVERYTHING);
    }

    PolicyStatement stopTasks() {
        return Allow.to("dms:StopReplicationTask", taskArns());
    }

    PolicyStatement stopServerless() {
        return Allow.to("dms:StopReplication", serverlessArns());
    }

    PolicyStatement startTasks() {
        return Allow.to("dms:StartReplicationTask", taskArns());
    }

    PolicyStatement startServerless() {
        return Allow.to("dms:StartReplication", serverlessArns());
    }

    /// The one name that a drill's copy has: narrower than a prefix.
    private String copyArn() {
        return arn("redshift", "cluster", new ClusterNames(cluster).copy());
    }

    private String clusterArn() {
        return arn("redshift", "cluster", cluster);
    }

    private String snapshotArns(RunSnapshot which) {
        return arn("redshift", "snapshot", cluster + "/" + which.prefix(cluster) + "*");
    }

    /// Which tasks write to the cluster is known only when a run looks, and a task's ARN holds
    /// nothing of its endpoint.
    private String taskArns() {
        return arn("dms", "task", "*");
    }

    /// A serverless replication goes by the ARN of its configuration.
    private String serverlessArns() {
        return arn("dms", "replication-config", "*");
    }

    private String arn(String service, String kind, String name) {
        return Allow.arn(stack, service, kind, name);
    }
}
