package headroom.command.cluster;

import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sts.StsClient;

import java.util.function.Supplier;

/// The services that are asked. Each client is made where it is needed: no command needs all.
public record Services(
        String region,
        Supplier<CloudFormationClient> cloudFormation,
        Supplier<SfnClient> stepFunctions,
        Supplier<DynamoDbClient> dynamoDb,
        Supplier<CloudWatchClient> cloudWatch,
        Supplier<EventBridgeClient> events,
        Supplier<SnsClient> sns,
        Supplier<StsClient> sts,
        Supplier<ElastiCacheClient> elastiCache) {

    /// AWS itself.
    public static Services connected(Access access) {
        Connection connection = Connection.of(access);
        return new Services(
                connection.region().id(),
                () -> connection.client(CloudFormationClient.builder()),
                () -> connection.client(SfnClient.builder()),
                () -> connection.client(DynamoDbClient.builder()),
                () -> connection.client(CloudWatchClient.builder()),
                () -> connection.client(EventBridgeClient.builder()),
                () -> connection.client(SnsClient.builder()),
                () -> connection.client(StsClient.builder()),
                () -> connection.client(ElastiCacheClient.builder()));
    }
}
