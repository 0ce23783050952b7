package headroom.simulated.elasticache;

import headroom.simulated.aws.Refusal;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.elasticache.model.InsufficientCacheClusterCapacityException;
import software.amazon.awssdk.services.elasticache.model.InvalidCacheClusterStateException;
import software.amazon.awssdk.services.elasticache.model.InvalidParameterCombinationException;
import software.amazon.awssdk.services.elasticache.model.InvalidParameterValueException;
import software.amazon.awssdk.services.elasticache.model.InvalidReplicationGroupStateException;
import software.amazon.awssdk.services.elasticache.model.InvalidVpcNetworkStateException;
import software.amazon.awssdk.services.elasticache.model.NoOperationException;
import software.amazon.awssdk.services.elasticache.model.NodeGroupNotFoundException;
import software.amazon.awssdk.services.elasticache.model.NodeGroupsPerReplicationGroupQuotaExceededException;
import software.amazon.awssdk.services.elasticache.model.NodeQuotaForCustomerExceededException;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroupNotFoundException;

/// ElastiCache's errors, with the codes that they have on the wire.
public final class Refused {
    private Refused() {}

    public static AwsServiceException as(
            AwsServiceException.Builder exception, String code, String message) {
        return Refusal.of(exception, "ElastiCache", code, message);
    }

    public static AwsServiceException value(String message) {
        return as(InvalidParameterValueException.builder(), "InvalidParameterValue", message);
    }

    public static AwsServiceException combination(String message) {
        return as(
                InvalidParameterCombinationException.builder(),
                "InvalidParameterCombination",
                message);
    }

    /// It means that the group is busy, and as well that there is nothing to be done.
    public static AwsServiceException state(String message) {
        return as(
                InvalidReplicationGroupStateException.builder(),
                "InvalidReplicationGroupState",
                message);
    }

    public static AwsServiceException memberState(String message) {
        return as(InvalidCacheClusterStateException.builder(), "InvalidCacheClusterState", message);
    }

    public static AwsServiceException nothingToDo(String message) {
        return as(NoOperationException.builder(), "NoOperationFault", message);
    }

    public static AwsServiceException noGroup(String asked) {
        return as(
                ReplicationGroupNotFoundException.builder(),
                "ReplicationGroupNotFoundFault",
                "ReplicationGroup " + asked + " not found");
    }

    public static AwsServiceException noShard(String asked) {
        return as(
                NodeGroupNotFoundException.builder(),
                "NodeGroupNotFoundFault",
                "Node group " + asked + " not found");
    }

    public static AwsServiceException capacity(String type) {
        return as(
                InsufficientCacheClusterCapacityException.builder(),
                "InsufficientCacheClusterCapacity",
                "There is not enough capacity of %s in the Availability Zones of the group"
                        .formatted(type));
    }

    public static AwsServiceException addresses() {
        return as(
                InvalidVpcNetworkStateException.builder(),
                "InvalidVPCNetworkStateFault",
                "The subnets of the group have not enough free IP addresses");
    }

    public static AwsServiceException shardQuota(int nodes) {
        return as(
                NodeGroupsPerReplicationGroupQuotaExceededException.builder(),
                "NodeGroupsPerReplicationGroupQuotaExceeded",
                "A cluster may have at most %d nodes of this type".formatted(nodes));
    }

    public static AwsServiceException nodeQuota(int nodes) {
        return as(
                NodeQuotaForCustomerExceededException.builder(),
                "NodeQuotaForCustomerExceeded",
                "A cluster may have at most %d nodes of this type".formatted(nodes));
    }
}
