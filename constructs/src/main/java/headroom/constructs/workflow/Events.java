package headroom.constructs.workflow;

import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;

import java.util.LinkedHashMap;
import java.util.Map;

/// The events of finished runs, on the default bus of their account and region.
final class Events {
    static final String SOURCE = "headroom";
    static final String DETAIL_TYPE = "Headroom Run Finished";

    private Events() {}

    /// To send these, and no others: whoever may send anything can speak for any other program.
    static PolicyStatement send(Stack stack) {
        String bus =
                stack.formatArn(
                        ArnComponents.builder()
                                .service("events")
                                .resource("event-bus")
                                .resourceName("default")
                                .arnFormat(ArnFormat.SLASH_RESOURCE_NAME)
                                .build());
        Map<String, Object> only = new LinkedHashMap<>();
        only.put("events:source", SOURCE);
        only.put("events:detail-type", DETAIL_TYPE);
        PolicyStatement statement = Allow.to("events:PutEvents", bus);
        statement.addCondition("StringEquals", only);
        return statement;
    }
}
