package headroom.constructs.workflow;

import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.dynamodb.TableEncryption;
import software.amazon.awscdk.services.iam.IPrincipal;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.sqs.QueueEncryption;
import software.constructs.Construct;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What encrypts the topics, the table, the queue and the log groups: a key of the owner's, or what
/// each service does by itself.
public record Encryption(Optional<IKey> key) {
    private static final String NEEDED =
            "The key's policy is not in this app. Unless it lets CloudWatch, EventBridge, SNS and"
                    + " CloudWatch Logs use the key, no alarm and no undelivered message gets"
                    + " through, and the log groups cannot be made: the statements stand in"
                    + " Headroom's docs/construct-library.md, under encryptionKey.";

    TableEncryption ofTable() {
        return key.isPresent() ? TableEncryption.CUSTOMER_MANAGED : TableEncryption.DEFAULT;
    }

    QueueEncryption ofQueue() {
        return key.isPresent() ? QueueEncryption.KMS : QueueEncryption.SQS_MANAGED;
    }

    /// What a role needs that takes the lease, publishes, or puts a message aside. DynamoDB asks
    /// for all of it where an item is written.
    static PolicyStatement use(IKey key) {
        return PolicyStatement.Builder.create()
                .actions(
                        List.of(
                                "kms:Decrypt",
                                "kms:DescribeKey",
                                "kms:Encrypt",
                                "kms:GenerateDataKey",
                                "kms:ReEncryptFrom",
                                "kms:ReEncryptTo"))
                .resources(List.of(key.getKeyArn()))
                .build();
    }

    /// Lets the services use the key that no role of ours stands behind.
    ///
    /// Not for this account's resources alone: which of the services name one when they ask for the
    /// key is not known of all, and one that is refused is an alarm that nobody hears.
    void letServicesUseIt(Construct scope, Stream<String> logGroups) {
        key.ifPresent(
                it -> {
                    boolean isOurs =
                            add(it, publishers()) && add(it, logs(Stack.of(scope), logGroups));
                    if (!isOurs) {
                        Annotations.of(scope).addWarningV2("headroom:keyPolicy", NEEDED);
                    }
                });
    }

    private static boolean add(IKey key, PolicyStatement statement) {
        return key.addToResourcePolicy(statement).getStatementAdded();
    }

    /// Alarms publish to the topics; SNS and EventBridge put aside what they could not hand over.
    private static PolicyStatement publishers() {
        return ofKey(
                Stream.of("cloudwatch", "events", "sns")
                        .<IPrincipal>map(each -> new ServicePrincipal(each + ".amazonaws.com"))
                        .toList(),
                List.of("kms:Decrypt", "kms:GenerateDataKey*"));
    }

    /// For these log groups, which CloudWatch Logs names with each request.
    private static PolicyStatement logs(Stack stack, Stream<String> logGroups) {
        var service =
                new ServicePrincipal(
                        "logs.%s.%s".formatted(stack.getRegion(), stack.getUrlSuffix()));
        PolicyStatement statement =
                ofKey(
                        List.of(service),
                        List.of(
                                "kms:Decrypt*",
                                "kms:Describe*",
                                "kms:Encrypt*",
                                "kms:GenerateDataKey*",
                                "kms:ReEncrypt*"));
        statement.addCondition(
                "ArnLike",
                Map.of(
                        "kms:EncryptionContext:aws:logs:arn",
                        logGroups
                                .map(each -> Allow.arn(stack, "logs", "log-group", each))
                                .toList()));
        return statement;
    }

    /// In a key's own policy the key is everything.
    private static PolicyStatement ofKey(List<IPrincipal> services, List<String> actions) {
        return PolicyStatement.Builder.create()
                .principals(services)
                .actions(actions)
                .resources(List.of(Allow.EVERYTHING))
                .build();
    }
}
