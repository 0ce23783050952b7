package headroom.constructs.workflow;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.constructs.Construct;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The item that says who works on a resource, and what a run has stopped.
///
/// @param key the item's key
public record Lease(Table table, String key) {

    /// The table outlives its stack: its item may be the only record of the tasks that a run has
    /// stopped. A first deployment that fails takes it away again.
    static Lease in(Construct scope, String key, Encryption encryption) {
        Table.Builder table =
                Table.Builder.create(scope, "Lease")
                        .partitionKey(
                                Attribute.builder()
                                        .name("resource")
                                        .type(AttributeType.STRING)
                                        .build())
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .encryption(encryption.ofTable())
                        .pointInTimeRecoverySpecification(
                                PointInTimeRecoverySpecification.builder()
                                        .pointInTimeRecoveryEnabled(true)
                                        .build())
                        .removalPolicy(RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE);
        encryption.key().ifPresent(table::encryptionKey);
        return new Lease(table.build(), key);
    }

    /// Another item of the same table.
    public Lease beside(String other) {
        return new Lease(table, other);
    }

    /// The right to take, update and release this lease, and no other item of the table.
    PolicyStatement use() {
        return allow("dynamodb:UpdateItem");
    }

    PolicyStatement read() {
        return allow("dynamodb:GetItem");
    }

    /// Of a request that names no key, the first condition would be true.
    private PolicyStatement allow(String action) {
        return PolicyStatement.Builder.create()
                .actions(List.of(action))
                .resources(List.of(table.getTableArn()))
                .conditions(
                        new TreeMap<>(
                                Map.of(
                                        "ForAllValues:StringEquals",
                                        Map.of("dynamodb:LeadingKeys", List.of(key)),
                                        "Null",
                                        Map.of("dynamodb:LeadingKeys", "false"))))
                .build();
    }
}
