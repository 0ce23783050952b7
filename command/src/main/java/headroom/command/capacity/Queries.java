package headroom.command.capacity;

import headroom.command.answer.Refused;
import headroom.elasticache.CacheSettings;
import headroom.elasticache.figures.Figures;
import headroom.elasticache.figures.Metric;
import headroom.elasticache.group.Group;
import headroom.elasticache.group.Member;
import headroom.metrics.MetricData;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What CloudWatch is to be asked of a group, as `aws cloudwatch get-metric-data --cli-input-json`
/// takes it.
///
/// @param from the first minute
/// @param to the end of the last one
public record Queries(Group group, Instant from, Instant to) {
    /// A node is never divided between two calls.
    private static final int NODES = MetricData.QUERIES / Metric.values().length;

    /// Whether it is no group's name, but a file's that describes one.
    public static boolean isFile(String subject) {
        return !CacheSettings.REPLICATION_GROUP.type().allows(subject.toLowerCase(Locale.ROOT));
    }

    /// @throws Refused with everything that is wrong with the file
    public static Group described(Path file) {
        return SavedGroup.read(file);
    }

    /// How many calls it takes.
    int parts() {
        return Math.ceilDiv(group.nodes(), NODES);
    }

    /// @param part from 1
    /// @throws Refused if there is no such part
    public String part(int part) {
        if (part > parts()) {
            throw new Refused(
                    "There is no part %d: %s takes %d.".formatted(part, group.id(), parts()));
        }
        List<Member> members = group.members();
        int first = (part - 1) * NODES;
        List<MetricData.Query<Figures.Key>> asked =
                Figures.queries(
                        members.subList(first, Math.min(members.size(), first + NODES)),
                        List.of(Metric.values()));
        List<MetricDataQuery> queries = new ArrayList<>();
        for (MetricData.Query<Figures.Key> each : asked) {
            queries.add(
                    each
                            .inCloudWatch(
                                    "m%d"
                                            .formatted(
                                                    first * Metric.values().length
                                                            + queries.size()))
                            .toBuilder()
                            .label(Label.of(group, each.key()).text())
                            .build());
        }
        return json(
                GetMetricDataRequest.builder()
                        .metricDataQueries(queries)
                        .startTime(from)
                        .endTime(to)
                        .build(),
                "");
    }

    /// The only one.
    ///
    /// @param command that was typed
    /// @throws Refused if there are several, with how to ask for each
    public String whole(String command) {
        if (parts() > 1) {
            throw new Refused(
                    "%s has %d nodes, and CloudWatch takes %d queries a call, so it takes %d calls. Ask for each:\n%s"
                            .formatted(
                                    group.id(),
                                    group.nodes(),
                                    MetricData.QUERIES,
                                    parts(),
                                    IntStream.rangeClosed(1, parts())
                                            .mapToObj(
                                                    each ->
                                                            "  %s --part %d > queries-%d.json"
                                                                    .formatted(command, each, each))
                                            .collect(Collectors.joining("\n"))));
        }
        return part(1);
    }

    private static String json(SdkPojo values, String indent) {
        String deeper = indent + "  ";
        return values.sdkFields().stream()
                .filter(each -> isGiven(each.getValueOrDefault(values)))
                .map(
                        each ->
                                "%s\"%s\": %s"
                                        .formatted(
                                                deeper,
                                                each.memberName(),
                                                json(each.getValueOrDefault(values), deeper)))
                .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
    }

    private static String json(Object value, String indent) {
        String deeper = indent + "  ";
        return switch (value) {
            case SdkPojo each -> json(each, indent);
            case List<?> all ->
                    all.stream()
                            .map(each -> deeper + json(each, deeper))
                            .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"));
            case Number each -> each.toString();
            default -> '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
        };
    }

    private static boolean isGiven(@Nullable Object value) {
        return value != null && !(value instanceof SdkAutoConstructList<?>);
    }
}
