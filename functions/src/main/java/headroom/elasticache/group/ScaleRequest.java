package headroom.elasticache.group;

import headroom.elasticache.Policy;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.ClusterQuotaForCustomerExceededException;
import software.amazon.awssdk.services.elasticache.model.ConfigureShard;
import software.amazon.awssdk.services.elasticache.model.IncreaseReplicaCountRequest;
import software.amazon.awssdk.services.elasticache.model.InsufficientCacheClusterCapacityException;
import software.amazon.awssdk.services.elasticache.model.InvalidKmsKeyException;
import software.amazon.awssdk.services.elasticache.model.InvalidParameterCombinationException;
import software.amazon.awssdk.services.elasticache.model.InvalidVpcNetworkStateException;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.NodeGroupsPerReplicationGroupQuotaExceededException;
import software.amazon.awssdk.services.elasticache.model.NodeQuotaForClusterExceededException;
import software.amazon.awssdk.services.elasticache.model.NodeQuotaForCustomerExceededException;

import java.util.stream.Stream;

/// The one call for each change. It names the absolute target and nothing else.
final class ScaleRequest {
    private ScaleRequest() {}

    static void send(ElastiCacheClient elastiCache, Change change, Group group) {
        switch (change) {
            case Change.AddReplicas it ->
                    elastiCache.increaseReplicaCount(
                            replicas(group, group.shard(it.shard()).stream(), it.to()));
            case Change.AddReplicasToAll it ->
                    elastiCache.increaseReplicaCount(
                            replicas(
                                    group,
                                    group.shards().stream()
                                            .filter(each -> each.replicas() < it.to()),
                                    it.to()));
            case Change.AddShards it -> reshard(elastiCache, group, it.to());
            case Change.Rebalance it -> reshard(elastiCache, group, it.shards());
            case Change.SwitchMode it -> switchMode(elastiCache, it, group);
            // At once: otherwise it would come, to everybody's surprise, in the maintenance window.
            case Change.ChangeNodeType it ->
                    elastiCache.modifyReplicationGroup(
                            request ->
                                    request.replicationGroupId(group.id())
                                            .cacheNodeType(it.to())
                                            .applyImmediately(true));
        }
    }

    /// At once: otherwise a change that cannot be undone might come days later, in the maintenance
    /// window. ElastiCache's guide wants nothing beside a mode in one request, and Terraform sends
    /// this beside each; where it is refused, the request goes without.
    private static void switchMode(
            ElastiCacheClient elastiCache, Change.SwitchMode change, Group group) {
        var request =
                ModifyReplicationGroupRequest.builder()
                        .replicationGroupId(group.id())
                        .clusterMode(change.to().word());
        try {
            elastiCache.modifyReplicationGroup(request.applyImmediately(true).build());
        } catch (InvalidParameterCombinationException oneTooMany) {
            elastiCache.modifyReplicationGroup(request.applyImmediately(null).build());
        }
    }

    /// Shards are named where there may be many, and those that have as many already are left out.
    /// With cluster mode disabled there is but one, and it is not named.
    private static IncreaseReplicaCountRequest replicas(Group group, Stream<Shard> shards, int to) {
        var request =
                IncreaseReplicaCountRequest.builder()
                        .replicationGroupId(group.id())
                        .applyImmediately(true);
        return switch (group.mode()) {
            case DISABLED -> request.newReplicaCount(to).build();
            case ENABLED, COMPATIBLE, UNKNOWN ->
                    request.replicaConfiguration(
                                    shards.map(
                                                    each ->
                                                            ConfigureShard.builder()
                                                                    .nodeGroupId(each.id())
                                                                    .newReplicaCount(to)
                                                                    .build())
                                            .toList())
                            .build();
        };
    }

    private static void reshard(ElastiCacheClient elastiCache, Group group, int shards) {
        elastiCache.modifyReplicationGroupShardConfiguration(
                request ->
                        request.replicationGroupId(group.id())
                                .nodeGroupCount(shards)
                                .applyImmediately(true));
    }

    static void refuseMode(Change change, Group group) {
        boolean isPossible =
                change instanceof Change.SwitchMode
                        || switch (group.mode()) {
                            case ENABLED -> true;
                            case DISABLED ->
                                    switch (change) {
                                        case Change.AddReplicas _,
                                                Change.AddReplicasToAll _,
                                                Change.ChangeNodeType _ ->
                                                true;
                                        case Change.AddShards _,
                                                Change.Rebalance _,
                                                Change.SwitchMode _ ->
                                                false;
                                    };
                            case COMPATIBLE, UNKNOWN -> false;
                        };
        if (!isPossible) {
            throw new ScaleRefused(
                    "A group whose cluster mode is %s cannot %s. Finish, or take back, the change of its cluster mode first."
                            .formatted(group.mode().word(), change.inWords()));
        }
    }

    /// The last look at what the owner permits: a plan may be older than the settings.
    static final class Bounds {
        private Bounds() {}

        static void refuseBeyond(Change change, Policy policy) {
            switch (change) {
                case Change.AddReplicas it ->
                        refuse(it.from(), it.to(), policy.maxReplicasPerShard(), change);
                case Change.AddReplicasToAll it ->
                        refuse(it.from(), it.to(), policy.maxReplicasPerShard(), change);
                case Change.AddShards it -> refuse(it.from(), it.to(), policy.maxShards(), change);
                case Change.Rebalance _ -> {}
                case Change.SwitchMode _ -> {
                    if (!policy.migrates()) {
                        throw outside(change);
                    }
                }
                case Change.ChangeNodeType _ -> {
                    if (policy.largestNodeType().isEmpty()) {
                        throw outside(change);
                    }
                }
            }
        }

        private static void refuse(int from, int to, int ceiling, Change change) {
            if (to <= from || to > ceiling) {
                throw outside(change);
            }
        }

        private static ScaleRefused outside(Change change) {
            return new ScaleRefused(
                    "To %s is not within what the settings permit now. Ask for a new plan."
                            .formatted(change.inWords()));
        }
    }

    /// What the refusal means, as its text alone often does not say.
    static String wayOut(SdkException refusal) {
        return switch (refusal) {
            case InsufficientCacheClusterCapacityException _ ->
                    "AWS lacks nodes of this type here just now. It is tried again later.";
            case NodeGroupsPerReplicationGroupQuotaExceededException _,
                    NodeQuotaForClusterExceededException _ ->
                    "Have the quota of nodes per cluster raised, in Service Quotas, or lower"
                            + " maxShards.";
            case NodeQuotaForCustomerExceededException _,
                    ClusterQuotaForCustomerExceededException _ ->
                    "Have the quota of nodes in this region raised, in Service Quotas.";
            case InvalidVpcNetworkStateException _ ->
                    "Look at the group's subnets: each new node needs a free address.";
            case InvalidKmsKeyException _ ->
                    "Look at the KMS key that encrypts the group: it has to be enabled.";
            case AwsServiceException denied when isDenied(denied) ->
                    "Look for ceilings that were changed without a deployment, a permissions"
                            + " boundary, or an organisation's policy.";
            default -> "Try it in the ElastiCache console.";
        };
    }

    private static boolean isDenied(AwsServiceException problem) {
        return problem.awsErrorDetails() != null
                && String.valueOf(problem.awsErrorDetails().errorCode()).startsWith("AccessDenied");
    }
}
