package headroom.constructs.workflow;

import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.AccountRootPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.sns.Topic;
import software.constructs.Construct;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A topic that this account alone may use, and never over plain HTTP.
///
/// Any policy on a topic replaces the one that SNS would give it, under which its owner may do
/// everything. So what the owner needs is allowed here, next to the refusal of plain HTTP.
///
/// Without the owner's key it is not encrypted: an alarm cannot publish to a topic under the
/// account's default key, and a key of one's own costs money while nothing happens. Messages hold
/// no data of users.
public final class AccountTopic {
    private AccountTopic() {}

    public static Topic in(Construct scope, String id, String displayName, Encryption encryption) {
        Topic.Builder builder =
                Topic.Builder.create(scope, id).displayName(displayName).enforceSsl(true);
        encryption.key().ifPresent(builder::masterKey);
        Topic topic = builder.build();
        topic.addToResourcePolicy(
                PolicyStatement.Builder.create()
                        .sid("Owner")
                        .principals(List.of(new AccountRootPrincipal()))
                        .actions(
                                List.of(
                                        "sns:GetTopicAttributes",
                                        "sns:ListSubscriptionsByTopic",
                                        "sns:Publish",
                                        "sns:SetTopicAttributes",
                                        "sns:Subscribe"))
                        .resources(List.of(topic.getTopicArn()))
                        .build());
        return topic;
    }

    /// Lets the alarms of this account, and of no other, publish.
    public static void takesAlarms(Topic topic) {
        String alarms =
                Stack.of(topic)
                        .formatArn(
                                ArnComponents.builder()
                                        .service("cloudwatch")
                                        .resource("alarm")
                                        .resourceName("*")
                                        .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                                        .build());
        topic.addToResourcePolicy(
                PolicyStatement.Builder.create()
                        .sid("Alarms")
                        .principals(List.of(new ServicePrincipal("cloudwatch.amazonaws.com")))
                        .actions(List.of("sns:Publish"))
                        .resources(List.of(topic.getTopicArn()))
                        .conditions(
                                new TreeMap<>(
                                        Map.of(
                                                "StringEquals",
                                                Map.of("aws:SourceAccount", Aws.ACCOUNT_ID),
                                                "ArnLike",
                                                Map.of("aws:SourceArn", alarms))))
                        .build());
    }
}
