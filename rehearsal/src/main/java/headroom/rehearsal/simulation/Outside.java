package headroom.rehearsal.simulation;

import headroom.rehearsal.aws.AlarmTopic;
import headroom.rehearsal.aws.RequestsTopic;
import headroom.rehearsal.aws.SimulatedCloudFormation;
import headroom.rehearsal.aws.SimulatedEventBridge;
import headroom.rehearsal.aws.SimulatedSts;
import headroom.run.ResourceNames;

import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sts.StsClient;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// What a person with credentials of the account reaches of the installation.
///
/// @param cloudFormation has its stack, and others beside it
/// @param events has the rule that wakes the watch
/// @param requests publishes on the topic that starts runs, and knows who reads reports
/// @param readers how many that are, by the topic's ARN
/// @param identity says whose the credentials are
public record Outside(
        CloudFormationClient cloudFormation,
        SfnClient stepFunctions,
        DynamoDbClient dynamoDb,
        CloudWatchClient cloudWatch,
        EventBridgeClient events,
        SnsClient requests,
        Map<String, Integer> readers,
        StsClient identity) {
    private static final String COMPLETE = "CREATE_COMPLETE";

    static Outside of(
            Account account,
            Deployment deployment,
            Map<String, String> outputs,
            SfnClient stepFunctions,
            CloudWatchClient cloudWatch,
            SimulatedEventBridge rule,
            AlarmTopic topic) {
        Map<String, Integer> readers = new HashMap<>(Map.of(Deployment.OPERATORS, 1));
        return new Outside(
                account.struck(stacks(deployment, outputs), CloudFormationClient.class),
                account.struck(stepFunctions, SfnClient.class),
                account.struck(account.dynamoDb(), DynamoDbClient.class),
                account.struck(cloudWatch, CloudWatchClient.class),
                account.struck(rule, EventBridgeClient.class),
                account.struck(
                        new RequestsTopic(Deployment.REQUESTS, topic::publish, readers),
                        SnsClient.class),
                readers,
                account.struck(new SimulatedSts(), StsClient.class));
    }

    /// The stacks that there are: this one, one of another resource, one that is being made, and
    /// what has nothing to do with Headroom.
    private static SimulatedCloudFormation stacks(Deployment deployment, Map<String, String> own) {
        Map<String, String> outputs = new LinkedHashMap<>();
        outputs.put("StateMachineArn", deployment.stateMachineArn());
        outputs.put("OperatorsTopicArn", Deployment.OPERATORS);
        outputs.put("TopicArn", Deployment.REQUESTS);
        outputs.put("LeaseTable", deployment.leaseTable());
        outputs.put("WatchRule", deployment.watchRule());
        outputs.putAll(own);
        return new SimulatedCloudFormation()
                .with("network", COMPLETE, Map.of("Vpc", "vpc-0a1b2c3d"))
                .with(new ResourceNames(deployment.kind(), "reporting").stack(), COMPLETE, Map.of())
                .with("CDKToolkit", COMPLETE, Map.of("BootstrapVersion", "28"))
                .with(
                        new ResourceNames(deployment.kind(), "staging").stack(),
                        "REVIEW_IN_PROGRESS",
                        Map.of())
                .with(deployment.names().stack(), "UPDATE_COMPLETE", outputs);
    }
}
