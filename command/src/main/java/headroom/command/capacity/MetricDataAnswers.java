package headroom.command.capacity;

import headroom.elasticache.figures.Metric;
import headroom.elasticache.figures.Series;
import headroom.elasticache.group.Member;

import software.amazon.awssdk.protocols.jsoncore.JsonNode;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/// What `aws cloudwatch get-metric-data` has answered to queries of ours, in one file or several: a
/// call takes 500 queries, and somebody may ask for one hour after another.
final class MetricDataAnswers {
    static final String RESULTS = "MetricDataResults";
    private static final String COMPLETE = "Complete";
    private static final String AGAIN = "Ask CloudWatch once more";

    private final Mistakes mistakes;
    private final List<Label> labels = new ArrayList<>();
    private final Map<Member, Map<Metric, TreeMap<Instant, Double>>> figures =
            new TreeMap<>(Measured.byId());

    MetricDataAnswers(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    void add(Path file, JsonNode root) {
        Fields.ofFile(root, file, mistakes).ifPresent(each -> add(file, each));
    }

    private void add(Path file, Fields root) {
        if (root.find("NextToken").isPresent()) {
            mistakes.add(
                    ("%s has a NextToken, so there are more pages of it; expected all of them. %s,"
                                    + " without --no-paginate and --max-items.")
                            .formatted(file, AGAIN));
        }
        root.find("Messages").filter(JsonNode::isArray).stream()
                .flatMap(each -> each.asArray().stream())
                .forEach(
                        each ->
                                mistakes.add(
                                        "%s has a message of CloudWatch's: %s. %s."
                                                .formatted(file, each, AGAIN)));
        Map<String, String> status = new LinkedHashMap<>();
        List<JsonNode> results = root.list(RESULTS, "at least one result");
        for (int i = 0; i < results.size(); i++) {
            String where = "%s: %s[%d]".formatted(file, RESULTS, i);
            Fields.of(results.get(i), where, mistakes).ifPresent(each -> result(each, status));
        }
        // Of a result that is spread over pages, each but the last is partial.
        status.forEach(
                (label, last) -> {
                    if (!last.equals(COMPLETE)) {
                        mistakes.add(
                                "%s has %s for %s; expected %s. %s."
                                        .formatted(file, last, label, COMPLETE, AGAIN));
                    }
                });
    }

    private void result(Fields result, Map<String, String> status) {
        String where = result.where().substring(0, result.where().length() - 1);
        Optional<String> text =
                result.text(
                        "Label",
                        "the label of a query that ./capacity --queries GROUP prints",
                        each -> !each.isBlank());
        Optional<Label> label = text.flatMap(each -> Label.parse(each, where, mistakes));
        label.ifPresent(
                each ->
                        status.put(
                                "%s of %s"
                                        .formatted(
                                                each.metric().inCloudWatch(), each.member().id()),
                                result.textIfAny("StatusCode", COMPLETE, _ -> true)
                                        .orElse(COMPLETE)));
        List<JsonNode> minutes = listed(result, "Timestamps");
        List<JsonNode> values = listed(result, "Values");
        if (minutes.size() != values.size()) {
            mistakes.add(
                    "%s has %d Timestamps and %d Values; expected as many of each."
                            .formatted(where, minutes.size(), values.size()));
            return;
        }
        label.ifPresent(each -> add(each, where, minutes, values));
    }

    private static List<JsonNode> listed(Fields result, String name) {
        return result.require(name, "a list, empty where there are no figures")
                .filter(JsonNode::isArray)
                .map(JsonNode::asArray)
                .orElse(List.of());
    }

    private void add(Label label, String where, List<JsonNode> minutes, List<JsonNode> values) {
        labels.add(label);
        TreeMap<Instant, Double> series =
                figures.computeIfAbsent(label.member(), _ -> new EnumMap<>(Metric.class))
                        .computeIfAbsent(label.metric(), _ -> new TreeMap<>());
        for (int i = 0; i < minutes.size(); i++) {
            Optional<Instant> minute = minute(minutes.get(i));
            Optional<Double> value = Figure.value(values.get(i));
            if (minute.isEmpty()) {
                mistakes.add(
                        "%s.Timestamps[%d] is %s; expected %s."
                                .formatted(
                                        where, i, Fields.shown(minutes.get(i)), Minute.EXPECTED));
            }
            if (value.isEmpty()) {
                mistakes.add(
                        "%s.Values[%d] is %s; expected a number, 0 or more."
                                .formatted(where, i, Fields.shown(values.get(i))));
            }
            if (minute.isPresent() && value.isPresent()) {
                Double before = series.put(minute.get(), value.get());
                if (before != null && !before.equals(value.get())) {
                    mistakes.add(
                            ("%s of %s is %s and %s in the same minute, %s; expected one figure."
                                            + " Hand in each answer once.")
                                    .formatted(
                                            label.metric().inCloudWatch(),
                                            label.member().id(),
                                            before,
                                            value.get(),
                                            minute.get()));
                }
            }
        }
    }

    /// The AWS CLI writes a moment as text, or as seconds since 1970 if it is told to.
    private static Optional<Instant> minute(JsonNode node) {
        if (node.isString()) {
            return Minute.parse(node.text());
        }
        return Optional.of(node)
                .filter(JsonNode::isNumber)
                .map(each -> Instant.ofEpochSecond(new BigDecimal(each.asNumber()).longValue()))
                .filter(Minute::isFull);
    }

    /// Empty where mistakes were found.
    Optional<Measured> measured() {
        if (!mistakes.areNone()) {
            return Optional.empty();
        }
        Shape shape = new LabelledGroup(labels, mistakes).shape();
        figures.forEach(
                (member, each) -> {
                    if (each.values().stream().allMatch(Map::isEmpty)) {
                        mistakes.add(
                                ("%s has no figure of any metric. CloudWatch answers so, without an"
                                     + " error, where there is no such node, or where the"
                                     + " dimensions, the region or the account are others; expected"
                                     + " those that ./capacity --queries GROUP prints, of minutes"
                                     + " in which the node was there.")
                                        .formatted(member.id()));
                    }
                });
        TreeMap<Instant, Double> all = new TreeMap<>();
        figures.values().forEach(each -> each.values().forEach(all::putAll));
        judgeMinutes(all);
        if (!mistakes.areNone()) {
            return Optional.empty();
        }
        Map<Member, Map<Metric, Series>> nodes = new TreeMap<>(Measured.byId());
        figures.forEach(
                (member, each) -> {
                    Map<Metric, Series> series = new EnumMap<>(Metric.class);
                    each.forEach((metric, one) -> series.put(metric, new Series(one)));
                    nodes.put(member, series);
                });
        return Optional.of(
                new Measured(shape.group(), nodes, all.firstKey(), all.lastKey().plus(Minute.ONE)));
    }

    private void judgeMinutes(NavigableMap<Instant, Double> all) {
        if (all.isEmpty()) {
            return;
        }
        if (all.size() < Series.ENOUGH) {
            mistakes.add(
                    ("There are figures of %d minutes, from %s; expected at least %d, one a minute."
                                    + " Ask for a quarter of an hour with the period 60.")
                            .formatted(all.size(), all.firstKey(), Series.ENOUGH));
        }
        Duration span = Duration.between(all.firstKey(), all.lastKey());
        if (span.compareTo(Minute.LONGEST) >= 0) {
            mistakes.add(
                    ("There are figures from %s to %s; expected %d hours at the most. Hand in the"
                                    + " day with the peak.")
                            .formatted(all.firstKey(), all.lastKey(), Minute.LONGEST.toHours()));
        }
    }
}
