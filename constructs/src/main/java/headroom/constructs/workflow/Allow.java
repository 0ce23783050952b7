package headroom.constructs.workflow;

import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;

import java.util.List;
import java.util.Map;

/// Rights, an action each.
public final class Allow {
    public static final String EVERYTHING = "*";

    private Allow() {}

    public static PolicyStatement to(String action, String... resources) {
        return PolicyStatement.Builder.create()
                .actions(List.of(action))
                .resources(List.of(resources))
                .build();
    }

    /// @param operator of the condition, as IAM calls it
    /// @param value what the key is compared with: a text, a number, or a list of either
    public static PolicyStatement where(
            String operator, String key, Object value, String action, String... resources) {
        PolicyStatement statement = to(action, resources);
        statement.addCondition(operator, Map.of(key, value));
        return statement;
    }

    /// An ARN in the stack's partition, region and account.
    public static String arn(Stack stack, String service, String kind, String name) {
        return stack.formatArn(
                ArnComponents.builder()
                        .service(service)
                        .resource(kind)
                        .resourceName(name)
                        .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                        .build());
    }
}
