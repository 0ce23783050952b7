package headroom.metrics;

import software.amazon.awssdk.protocols.jsoncore.JsonWriter;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Writes measured values as one line in CloudWatch's embedded metric format.
///
/// The line goes to the standard output and not to Lambda's logger, which writes to a format that
/// is set elsewhere: JSON would put the line into a field, where CloudWatch does not find it.
public final class Metrics {
    private final String resource;
    private final Clock clock;
    private final Consumer<String> out;

    /// @param resource the lease's key, which tells the kind as well
    /// @param clock tells the time of a line, which the format requires
    /// @param out takes a line without its end
    public Metrics(String resource, Clock clock, Consumer<String> out) {
        this.resource = resource;
        this.clock = clock;
        this.out = out;
    }

    /// Writes metrics that have no dimension but the resource.
    public void write(Map<Measure, Long> values) {
        write(Map.of(Measure.RESOURCE, resource), new TreeMap<>(values));
    }

    /// Writes metrics of a run that has ended.
    public void write(String outcome, Map<Measure, Long> values) {
        write(Map.of(Measure.RESOURCE, resource, Measure.OUTCOME, outcome), new TreeMap<>(values));
    }

    private void write(Map<String, String> dimensions, SortedMap<Measure, Long> values) {
        try (JsonWriter json = JsonWriter.create()) {
            json.writeStartObject().writeFieldName("_aws").writeStartObject();
            json.writeFieldName("Timestamp").writeValue(clock.millis());
            json.writeFieldName("CloudWatchMetrics").writeStartArray();
            values.keySet().forEach(each -> directive(json, each));
            json.writeEndArray().writeEndObject();
            values.keySet().stream()
                    .flatMap(each -> each.dimensions().stream())
                    .distinct()
                    .forEach(each -> json.writeFieldName(each).writeValue(dimensions.get(each)));
            values.forEach(
                    (metric, value) -> json.writeFieldName(metric.title()).writeValue(value));
            json.writeEndObject();
            out.accept(new String(json.getBytes(), StandardCharsets.UTF_8));
        }
    }

    /// One for each metric, since all metrics of a directive get all of its dimensions.
    private static void directive(JsonWriter json, Measure metric) {
        json.writeStartObject().writeFieldName("Namespace").writeValue(Measure.NAMESPACE);
        json.writeFieldName("Dimensions").writeStartArray().writeStartArray();
        metric.dimensions().forEach(json::writeValue);
        json.writeEndArray().writeEndArray();
        json.writeFieldName("Metrics").writeStartArray().writeStartObject();
        json.writeFieldName("Name").writeValue(metric.title());
        json.writeFieldName("Unit").writeValue(metric.unit());
        json.writeEndObject().writeEndArray().writeEndObject();
    }
}
