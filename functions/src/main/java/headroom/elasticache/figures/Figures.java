package headroom.elasticache.figures;

import headroom.elasticache.group.Group;
import headroom.elasticache.group.Member;
import headroom.metrics.MetricData;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads the figures of a group's nodes: each metric of each node, by the minute.
///
/// A group of five hundred nodes has 10,500 metrics: twenty-one calls, one after the other, which
/// take some seconds of a function's five minutes.
///
/// @param from the first minute
/// @param to the end of the last one
public record Figures(Instant from, Instant to) {
    /// How many minutes are looked at.
    public static final Duration QUARTER_OF_AN_HOUR = Duration.ofMinutes(15);

    /// The newest minutes, which are not complete yet: of some nodes they would be missing.
    private static final Duration NEWEST = Duration.ofMinutes(2);

    /// The last quarter of an hour that is complete.
    public static Figures asOf(Instant now) {
        Instant to = now.truncatedTo(ChronoUnit.MINUTES).minus(NEWEST);
        return new Figures(to.minus(QUARTER_OF_AN_HOUR), to);
    }

    /// The same, but for the minutes before a moment, and the one that it is in.
    public Figures after(Instant moment) {
        Instant first =
                moment.plus(Duration.ofMinutes(1)).minusNanos(1).truncatedTo(ChronoUnit.MINUTES);
        return first.isAfter(from) ? new Figures(first.isAfter(to) ? to : first, to) : this;
    }

    public GroupFigures of(CloudWatchClient cloudWatch, Group group) {
        return of(cloudWatch, group, List.of(Metric.values()));
    }

    /// Some metrics alone: each that is asked for is paid for.
    public GroupFigures of(CloudWatchClient cloudWatch, Group group, List<Metric> metrics) {
        return GroupFigures.of(group, from, to, read(cloudWatch, group.members(), metrics));
    }

    /// Whose figures, and of what.
    public record Key(Member member, Metric metric) {}

    /// Of each node all metrics, node by node.
    public static List<MetricData.Query<Key>> queries(List<Member> members, List<Metric> metrics) {
        return members.stream()
                .flatMap(member -> metrics.stream().map(metric -> query(member, metric)))
                .toList();
    }

    private Map<Member, NodeFigures> read(
            CloudWatchClient cloudWatch, List<Member> members, List<Metric> metrics) {
        if (!from.isBefore(to)) {
            return none(members);
        }
        Map<Member, Map<Metric, Series>> series = new HashMap<>();
        MetricData.read(cloudWatch, queries(members, metrics), from, to)
                .forEach(
                        (key, byMinute) ->
                                series.computeIfAbsent(
                                                key.member(), _ -> new EnumMap<>(Metric.class))
                                        .put(key.metric(), new Series(byMinute)));
        Map<Member, NodeFigures> nodes = none(members);
        series.forEach((member, each) -> nodes.put(member, new NodeFigures(member, each)));
        return nodes;
    }

    private static Map<Member, NodeFigures> none(List<Member> members) {
        Map<Member, NodeFigures> nodes = new HashMap<>();
        members.forEach(each -> nodes.put(each, new NodeFigures(each, Map.of())));
        return nodes;
    }

    private static MetricData.Query<Key> query(Member member, Metric metric) {
        return new MetricData.Query<>(
                new Key(member, metric), member.metric(metric.inCloudWatch()), metric.statistic());
    }
}
