package headroom.rehearsal.simulation;

import headroom.redshift.ClusterNames;
import headroom.rehearsal.aws.SimulatedCloudFormation;
import headroom.rehearsal.aws.SimulatedEventBridge;
import headroom.rehearsal.journal.Journal;

import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sts.StsClient;

import java.util.LinkedHashMap;
import java.util.Map;

/// What a person with credentials of the account reaches of the installation.
///
/// @param cloudFormation has its stack, and others beside it
/// @param events has the rule that wakes the watch
/// @param requests publishes on the topic that starts runs
/// @param identity says whose the credentials are
public record Outside(
        CloudFormationClient cloudFormation,
        SfnClient stepFunctions,
        DynamoDbClient dynamoDb,
        CloudWatchClient cloudWatch,
        EventBridgeClient events,
        SnsClient requests,
        StsClient identity) {
    private static final String COMPLETE = "CREATE_COMPLETE";

    /// As CloudFormation names what has no name of its own.
    static String watchRule(String cluster) {
        return new ClusterNames(cluster).stack() + "-WatchSchedule6A70C4A3-1XK9TQ0ZB7D2M";
    }

    /// The stacks that there are: this one, one of another cluster, one that is being made, and
    /// what has nothing to do with Headroom.
    static SimulatedCloudFormation stacks(Deployment deployment, int sourceLogHours) {
        String cluster = deployment.cluster();
        Map<String, String> outputs = new LinkedHashMap<>();
        outputs.put("StateMachineArn", deployment.stateMachineArn());
        outputs.put("OperatorsTopicArn", Deployment.OPERATORS);
        outputs.put("TopicArn", Deployment.REQUESTS);
        outputs.put("LeaseTable", new ClusterNames(cluster).stack());
        outputs.put("WatchRule", watchRule(cluster));
        outputs.put("SourceLogRetentionHours", Integer.toString(sourceLogHours));
        return new SimulatedCloudFormation()
                .with("network", COMPLETE, Map.of("Vpc", "vpc-0a1b2c3d"))
                .with("headroom-redshift-reporting", COMPLETE, Map.of())
                .with("CDKToolkit", COMPLETE, Map.of("BootstrapVersion", "28"))
                .with("headroom-redshift-staging", "REVIEW_IN_PROGRESS", Map.of())
                .with(new ClusterNames(cluster).stack(), "UPDATE_COMPLETE", outputs);
    }

    static SimulatedEventBridge rule(Deployment deployment, Journal journal) {
        return new SimulatedEventBridge(watchRule(deployment.cluster()), journal);
    }
}
