package example;

import headroom.constructs.elasticache.ElastiCacheHeadroom;
import headroom.constructs.nag.NagAnswers;
import headroom.constructs.redshift.RedshiftHeadroom;
import headroom.redshift.Policy.Mode;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;

import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.Stage;
import software.amazon.awscdk.StageProps;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

import java.util.List;
import java.util.Map;

/// Somebody's app: a warehouse for testing, and one with a cache for production.
public final class DataPlatform {
    private DataPlatform() {}

    public static void main(String[] arguments) {
        var app = new App();
        warehouse(data(stage(app, "Test", "111122223333")), "111122223333");
        Stack production = data(stage(app, "Production", "444455556666"));
        warehouse(production, "444455556666");
        sessions(production);
        app.synth();
    }

    private static Stage stage(Construct app, String id, String account) {
        var stage =
                new Stage(
                        app,
                        id,
                        StageProps.builder()
                                .env(
                                        Environment.builder()
                                                .account(account)
                                                .region("eu-west-1")
                                                .build())
                                .build());
        // Of the app, it would not look into its stages.
        Aspects.of(stage).add(new AwsSolutionsChecks());
        return stage;
    }

    private static Stack data(Stage stage) {
        var stack = new Stack(stage, "Data");
        Tags.of(stack).add("team", "data");
        return stack;
    }

    private static void warehouse(Stack stack, String account) {
        Key key = Key.Builder.create(stack, "Key").enableKeyRotation(true).build();
        RedshiftHeadroom warehouse =
                RedshiftHeadroom.Builder.create(stack, "Warehouse")
                        .cluster("analytics")
                        .endpoints(List.of("arn:aws:dms:eu-west-1:" + account + ":endpoint:ORDERS"))
                        .maxNodes(16)
                        .mode(Mode.ASK)
                        .operatorsTopic(onCall(stack, account, key))
                        .encryptionKey(key)
                        .build();
        NagAnswers.to(warehouse);
    }

    private static Topic onCall(Stack stack, String account, Key key) {
        Topic topic = Topic.Builder.create(stack, "OnCall").masterKey(key).enforceSsl(true).build();
        // The policy that enforceSsl makes takes the place of the one that lets alarms publish.
        topic.addToResourcePolicy(
                PolicyStatement.Builder.create()
                        .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
                        .actions(List.of("sns:Publish"))
                        .resources(List.of(topic.getTopicArn()))
                        .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", account)))
                        .build());
        return topic;
    }

    private static void sessions(Stack stack) {
        ElastiCacheHeadroom sessions =
                ElastiCacheHeadroom.Builder.create(stack, "Sessions")
                        .replicationGroup("sessions")
                        .maxShards(6)
                        .maxReplicasPerShard(3)
                        .operatorsEmails(List.of("one@example.com", "two@example.com"))
                        .permissionsBoundary(
                                ManagedPolicy.fromManagedPolicyName(stack, "Boundary", "teams"))
                        .logRetention(RetentionDays.ONE_YEAR)
                        .build();
        NagAnswers.to(sessions);
    }
}
