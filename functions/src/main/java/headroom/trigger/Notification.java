package headroom.trigger;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.protocols.jsoncore.JsonNode;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What arrived on the topic.
sealed interface Notification {

    /// A CloudWatch alarm changed its state.
    ///
    /// @param state OK, ALARM or INSUFFICIENT_DATA
    /// @param changedAt as CloudWatch wrote it
    /// @param clusters the Redshift clusters that the alarm's metrics watch
    /// @param threshold from which it goes to ALARM; null if it has none of its own
    record Alarm(
            String name,
            String arn,
            String state,
            String changedAt,
            List<String> clusters,
            @Nullable Double threshold)
            implements Notification {
        /// CloudWatch writes the offset as +0000, which [Instant#parse] refuses.
        private static final DateTimeFormatter CLOUDWATCH =
                DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXX");

        private static final DateTimeFormatter IN_NAMES =
                DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

        boolean isAtLeast(int percent) {
            return threshold != null && threshold >= percent;
        }

        /// The time of the change, in characters that an execution's name may have.
        String changedAtInNames() {
            try {
                return IN_NAMES.format(OffsetDateTime.parse(changedAt, CLOUDWATCH));
            } catch (DateTimeException unknownForm) {
                return "unknown-time";
            }
        }
    }

    /// Somebody published a message.
    ///
    /// @param dryRun true for every value of a field of this name that is not false: whoever writes
    ///   it does not expect a resize
    record Manual(boolean dryRun) implements Notification {}

    static Notification parse(@Nullable String message) {
        Optional<JsonNode> json = object(message);
        Optional<String> state = json.flatMap(each -> text(each, "NewStateValue"));
        Optional<String> name = json.flatMap(each -> text(each, "AlarmName"));
        if (state.isPresent() && name.isPresent()) {
            JsonNode alarm = json.orElseThrow();
            return new Alarm(
                    name.get(),
                    text(alarm, "AlarmArn").orElse(name.get()),
                    state.get(),
                    text(alarm, "StateChangeTime").orElse(""),
                    clusters(alarm),
                    threshold(alarm));
        }
        return new Manual(
                json.flatMap(each -> each.field("dryRun"))
                        .filter(each -> !each.isNull() && !"false".equals(each.text()))
                        .isPresent());
    }

    private static Optional<JsonNode> object(@Nullable String message) {
        if (message == null || message.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(JsonNode.parser().parse(message)).filter(JsonNode::isObject);
        } catch (RuntimeException notJson) {
            return Optional.empty();
        }
    }

    /// A plain alarm has its dimensions on the trigger; one on a metric expression has them on each
    /// of its metrics; a composite alarm has none.
    private static List<String> clusters(JsonNode alarm) {
        Stream<JsonNode> plain = elements(alarm.field("Trigger"), "Dimensions");
        Stream<JsonNode> ofExpression =
                elements(alarm.field("Trigger"), "Metrics")
                        .flatMap(
                                each ->
                                        elements(
                                                each.field("MetricStat")
                                                        .flatMap(stat -> stat.field("Metric")),
                                                "Dimensions"));
        return Stream.concat(plain, ofExpression)
                .filter(each -> text(each, "name").filter("ClusterIdentifier"::equals).isPresent())
                .flatMap(each -> text(each, "value").stream())
                .distinct()
                .toList();
    }

    private static @Nullable Double threshold(JsonNode alarm) {
        return alarm.field("Trigger")
                .filter(JsonNode::isObject)
                .flatMap(each -> each.field("Threshold"))
                .filter(JsonNode::isNumber)
                .map(each -> Double.valueOf(each.asNumber()))
                .orElse(null);
    }

    private static Stream<JsonNode> elements(Optional<JsonNode> parent, String field) {
        return parent
                .filter(JsonNode::isObject)
                .flatMap(each -> each.field(field))
                .filter(JsonNode::isArray)
                .stream()
                .flatMap(each -> each.asArray().stream());
    }

    private static Optional<String> text(JsonNode node, String field) {
        return node.isObject()
                ? node.field(field).filter(JsonNode::isString).map(JsonNode::asString)
                : Optional.empty();
    }
}
