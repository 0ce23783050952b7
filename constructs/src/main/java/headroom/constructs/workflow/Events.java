package headroom.constructs.workflow;

import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The events of finished runs, on the default bus of their account and region.
final class Events {
    private static final String SOURCE = "events:source";
    private static final String DETAIL_TYPE = "events:detail-type";

    private Events() {}

    /// To send these, and no others: whoever may send anything can speak for any other program.
    /// EventBridge's guide compares the two as keys of many values, and of a request that has none
    /// that would be true.
    static PolicyStatement send(Stack stack) {
        String bus =
                stack.formatArn(
                        ArnComponents.builder()
                                .service("events")
                                .resource("event-bus")
                                .resourceName("default")
                                .arnFormat(ArnFormat.SLASH_RESOURCE_NAME)
                                .build());
        return PolicyStatement.Builder.create()
                .actions(List.of("events:PutEvents"))
                .resources(List.of(bus))
                .conditions(
                        new TreeMap<>(
                                Map.of(
                                        "ForAllValues:StringEquals",
                                        both("headroom", "Headroom Run Finished"),
                                        "Null",
                                        both("false", "false"))))
                .build();
    }

    private static Map<String, String> both(String source, String detailType) {
        return new TreeMap<>(Map.of(SOURCE, source, DETAIL_TYPE, detailType));
    }
}
