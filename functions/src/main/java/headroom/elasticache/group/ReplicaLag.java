package headroom.elasticache.group;

import headroom.metrics.MetricData;
import headroom.text.Listing;

import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// How far the replicas of some shards are behind, by their newest figures.
///
/// Only replicas have this metric, and which of a shard's nodes the primary is, ElastiCache does
/// not tell in cluster mode. So a shard is known in full once all of its nodes but one have a
/// figure, and a node that is new has none for some minutes.
///
/// @param unknown how many replicas have no figure
/// @param behind those that are not in step, each with its lag
record ReplicaLag(int unknown, List<String> behind) {
    /// A replica in step is less than a second behind. Ten are what a failover may lose of a
    /// replica that is not.
    static final Duration IN_STEP = Duration.ofSeconds(10);

    private static final Duration RECENT = Duration.ofMinutes(5);

    ReplicaLag {
        behind = List.copyOf(behind);
    }

    /// CloudWatch being unreachable leaves them unknown: no step fails for want of it.
    static ReplicaLag of(CloudWatchClient cloudWatch, List<Shard> shards, Instant now) {
        Map<String, Double> lags = newest(cloudWatch, shards, now);
        int unknown = 0;
        List<String> behind = new ArrayList<>();
        for (Shard shard : shards) {
            List<Member> known =
                    shard.members().stream().filter(each -> lags.containsKey(each.id())).toList();
            unknown += Math.max(0, shard.replicas() - known.size());
            known.stream()
                    .filter(each -> lags.getOrDefault(each.id(), 0.0) > IN_STEP.toSeconds())
                    .map(each -> "%s by %.0f s".formatted(each.id(), lags.get(each.id())))
                    .forEach(behind::add);
        }
        return new ReplicaLag(unknown, behind);
    }

    private static Map<String, Double> newest(
            CloudWatchClient cloudWatch, List<Shard> shards, Instant now) {
        List<MetricData.Query<String>> queries =
                shards.stream()
                        .filter(each -> each.replicas() > 0)
                        .flatMap(each -> each.members().stream())
                        .map(
                                each ->
                                        new MetricData.Query<>(
                                                each.id(), metric(each), Statistic.MAXIMUM))
                        .toList();
        Instant to = now.truncatedTo(ChronoUnit.MINUTES);
        Map<String, Double> newest = new TreeMap<>();
        try {
            MetricData.read(cloudWatch, queries, to.minus(RECENT), to)
                    .forEach((node, lags) -> newest.put(node, last(lags)));
        } catch (SdkException unreachable) {
            return Map.of();
        }
        return newest;
    }

    private static Metric metric(Member member) {
        return member.metric("ReplicationLag");
    }

    private static double last(NavigableMap<Instant, Double> lags) {
        return lags.lastEntry().getValue();
    }

    boolean isInStep() {
        return unknown == 0 && behind.isEmpty();
    }

    /// For people.
    String inWords() {
        if (isInStep()) {
            return "All replicas are in step.";
        }
        return (behind.isEmpty() ? "" : "Behind are " + Listing.of(behind) + ".")
                + (unknown == 0
                        ? ""
                        : "%sWhether %d of the replicas are in step is not known."
                                .formatted(behind.isEmpty() ? "" : " ", unknown));
    }
}
