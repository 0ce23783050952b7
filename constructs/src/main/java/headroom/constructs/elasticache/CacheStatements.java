package headroom.constructs.elasticache;

import static headroom.constructs.workflow.Allow.EVERYTHING;

import headroom.constructs.workflow.Allow;
import headroom.elasticache.Policy;
import headroom.elasticache.Settings;
import headroom.elasticache.group.BackupNames;
import headroom.elasticache.plan.Ladder;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What a step can be allowed to do, each as narrow as the service makes it possible.
///
/// An act names its group, and a ceiling. Most reads cannot: ElastiCache lists the nodes of all
/// groups alone, and neither CloudWatch nor Service Quotas knows a narrower right.
///
/// A group that is encrypted with a customer's key needs nothing more, as its backups are taken
/// with the key that it has.
///
/// @param stack the group and the stack are in one region of one account
record CacheStatements(Stack stack, Settings settings) {
    PolicyStatement seeGroup() {
        return Allow.to("elasticache:DescribeReplicationGroups", groupArn());
    }

    /// Those of one group cannot be asked for.
    PolicyStatement seeNodes() {
        return Allow.to("elasticache:DescribeCacheClusters", anyNode());
    }

    PolicyStatement seeTags() {
        return Allow.to("elasticache:ListTagsForResource", groupArn());
    }

    PolicyStatement seeLargerTypes() {
        return Allow.to("elasticache:ListAllowedNodeTypeModifications", groupArn(), anyNode());
    }

    /// Which one is the group's is known only when a run looks.
    PolicyStatement seeSubnetGroup() {
        return Allow.to("elasticache:DescribeCacheSubnetGroups", arn("subnetgroup", EVERYTHING));
    }

    PolicyStatement seeUpdates() {
        return Allow.to("elasticache:DescribeUpdateActions", groupArn(), anyNode());
    }

    /// A search by group or by node is one of snapshots too.
    PolicyStatement seeBackups() {
        return Allow.to("elasticache:DescribeSnapshots", arn("snapshot", EVERYTHING));
    }

    /// With cluster mode disabled it is of a node, whose name may be any where the group was made
    /// of a node that there was. What bounds it is the backup's own name.
    PolicyStatement takeBackup() {
        return Allow.to("elasticache:CreateSnapshot", groupArn(), anyNode(), ownBackups());
    }

    PolicyStatement removeBackups() {
        return Allow.to("elasticache:DeleteSnapshot", ownBackups());
    }

    PolicyStatement seeFigures() {
        return Allow.to("cloudwatch:GetMetricData", EVERYTHING);
    }

    PolicyStatement seeOtherScaling() {
        return Allow.to("application-autoscaling:DescribeScalableTargets", EVERYTHING);
    }

    PolicyStatement seeQuota() {
        return Allow.to("servicequotas:GetServiceQuota", EVERYTHING);
    }

    PolicyStatement seeDefaultQuota() {
        return Allow.to("servicequotas:GetAWSDefaultServiceQuota", EVERYTHING);
    }

    PolicyStatement seeSubnets() {
        return Allow.to("ec2:DescribeSubnets", EVERYTHING);
    }

    /// The key is compared if ElastiCache tells it: where a request names the replicas of single
    /// shards, whether it does is written nowhere, and a step that is refused for good would help
    /// nobody.
    PolicyStatement addReplicas() {
        return Allow.where(
                "NumericLessThanEqualsIfExists",
                "elasticache:ReplicasPerNodeGroup",
                policy().maxReplicasPerShard(),
                "elasticache:IncreaseReplicaCount",
                groupArn());
    }

    PolicyStatement reshard() {
        return Allow.where(
                "NumericLessThanEquals",
                "elasticache:NumNodeGroups",
                policy().maxShards(),
                "elasticache:ModifyReplicationGroupShardConfiguration",
                groupArn());
    }

    /// None without a largest node type. A request that names no node type is refused, so nothing
    /// else about the group can be changed alone. ElastiCache takes capital letters for small ones.
    List<PolicyStatement> changeNodeType() {
        return policy()
                .largestNodeType()
                .map(
                        largest ->
                                Allow.where(
                                        "StringEqualsIgnoreCase",
                                        "elasticache:CacheNodeType",
                                        Ladder.upTo(largest),
                                        "elasticache:ModifyReplicationGroup",
                                        groupArn()))
                .stream()
                .toList();
    }

    /// None unless the owner allows it. A mode has no key of its own that is known to be told, so
    /// what must not stand beside it is named: a node type, and an engine's version.
    List<PolicyStatement> switchMode() {
        if (!policy().migrates()) {
            return List.of();
        }
        PolicyStatement statement = Allow.to("elasticache:ModifyReplicationGroup", groupArn());
        // In one order: the template is compared with the deployed one.
        statement.addCondition(
                "Null",
                new TreeMap<>(
                        Map.of(
                                "elasticache:CacheNodeType", "true",
                                "elasticache:EngineVersion", "true")));
        return List.of(statement);
    }

    private Policy policy() {
        return settings.policy();
    }

    private String groupArn() {
        return arn("replicationgroup", settings.group());
    }

    private String anyNode() {
        return arn("cluster", EVERYTHING);
    }

    private String ownBackups() {
        return arn("snapshot", BackupNames.prefix(settings.group()) + EVERYTHING);
    }

    private String arn(String kind, String name) {
        return Allow.arn(stack, "elasticache", kind, name);
    }
}
