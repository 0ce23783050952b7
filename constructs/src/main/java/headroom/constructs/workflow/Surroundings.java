package headroom.constructs.workflow;

import software.amazon.awscdk.services.iam.IManagedPolicy;
import software.amazon.awscdk.services.iam.PermissionsBoundary;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.kms.IKey;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What an installation uses of its owner's account, beside its settings.
///
/// @param operatorsTopic where reports go; without it a topic is made
/// @param permissionsBoundary of each role
/// @param logRetention how long the log groups keep what is written to them
public record Surroundings(
        Optional<ITopic> operatorsTopic,
        Optional<IManagedPolicy> permissionsBoundary,
        Encryption encryption,
        RetentionDays logRetention) {
    /// Logs are kept as long as Step Functions keeps the history of an execution, so that both end
    /// together.
    public static final Surroundings USUAL =
            new Surroundings(
                    Optional.empty(),
                    Optional.empty(),
                    new Encryption(Optional.empty()),
                    RetentionDays.THREE_MONTHS);

    Surroundings with(ITopic topic) {
        return new Surroundings(Optional.of(topic), permissionsBoundary, encryption, logRetention);
    }

    Surroundings with(IManagedPolicy boundary) {
        return new Surroundings(operatorsTopic, Optional.of(boundary), encryption, logRetention);
    }

    Surroundings with(IKey key) {
        return new Surroundings(
                operatorsTopic,
                permissionsBoundary,
                new Encryption(Optional.of(key)),
                logRetention);
    }

    Surroundings with(RetentionDays retention) {
        return new Surroundings(operatorsTopic, permissionsBoundary, encryption, retention);
    }

    /// Roles that CDK makes for others of its constructs are bounded too.
    public void bound(Construct scope) {
        permissionsBoundary.ifPresent(each -> PermissionsBoundary.of(scope).apply(each));
    }

    /// The right to each key that a message or the lease is encrypted with.
    List<PolicyStatement> useKeys() {
        Stream<IKey> ofTopic =
                operatorsTopic.map(each -> Optional.ofNullable(each.getMasterKey())).stream()
                        .flatMap(Optional::stream);
        return Stream.concat(encryption.key().stream(), ofTopic).map(Encryption::use).toList();
    }
}
