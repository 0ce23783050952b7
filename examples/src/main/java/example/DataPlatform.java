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
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

import java.util.List;

/// Somebody's app: a warehouse and its cache, for testing and for production.
public final class DataPlatform {
    private DataPlatform() {}

    public static void main(String[] arguments) {
        var app = new App();
        platform(stage(app, "Test", "111122223333"), "arn:aws:dms:eu-west-1:111122223333");
        platform(stage(app, "Production", "444455556666"), "arn:aws:dms:eu-west-1:444455556666");
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

    private static void platform(Stage stage, String dms) {
        var stack = new Stack(stage, "Data");
        Key key = Key.Builder.create(stack, "Key").enableKeyRotation(true).build();
        Topic onCall =
                Topic.Builder.create(stack, "OnCall").masterKey(key).enforceSsl(true).build();
        RedshiftHeadroom warehouse =
                RedshiftHeadroom.Builder.create(stack, "Warehouse")
                        .cluster("analytics")
                        .endpoints(List.of(dms + ":endpoint:ORDERS"))
                        .maxNodes(16)
                        .mode(Mode.ASK)
                        .drillMaxNodeHours(24)
                        .operatorsTopic(onCall)
                        .encryptionKey(key)
                        .build();
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
        Tags.of(stack).add("team", "data");
        NagAnswers.to(warehouse);
        NagAnswers.to(sessions);
    }
}
