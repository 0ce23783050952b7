package headroom.constructs.workflow;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/// How the log groups of an installation are made.
record Logs(RetentionDays retention, Encryption encryption) {
    /// Goes with its stack: otherwise the stack could not be deployed a second time, as the group's
    /// name would be taken.
    LogGroup group(Construct scope, String id, String name) {
        LogGroup.Builder group =
                LogGroup.Builder.create(scope, id + "Logs")
                        .logGroupName(name)
                        .retention(retention)
                        .removalPolicy(RemovalPolicy.DESTROY);
        encryption.key().ifPresent(group::encryptionKey);
        return group.build();
    }
}
