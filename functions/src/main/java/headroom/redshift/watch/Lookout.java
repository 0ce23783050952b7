package headroom.redshift.watch;

import headroom.redshift.ClusterWatch;
import headroom.redshift.cluster.Cluster;
import headroom.redshift.cluster.ClusterGone;
import headroom.redshift.cluster.DiskMetric;

import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.redshift.RedshiftClient;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Supplier;

/// Looks whether the disk can be seen: one request in a round, and a second one, to the cluster,
/// only where the metric is silent.
record Lookout(DiskMetric disk, Supplier<RedshiftClient> redshift) {
    /// Since the round before. The metric reports each minute.
    private static final Duration LATELY = ClusterWatch.TIMES.every();

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /// For how long CloudWatch keeps minutes apart, which is longer than anybody would take to find
    /// out by himself.
    private static final Duration IN_MEMORY = Duration.ofDays(14);

    /// Two weeks of them stay far below the most that CloudWatch answers with.
    private static final Duration HOUR = Duration.ofHours(1);

    Sight look(Instant now) {
        if (!disk.maxima(now.minus(LATELY), now, MINUTE).isEmpty()) {
            return new Sight.Clear();
        }
        try {
            return Sight.ofSilence(Cluster.describe(redshift.get(), disk.cluster()));
        } catch (ClusterGone gone) {
            return new Sight.Gone(" " + gone.getMessage());
        }
    }

    /// The hour in which the metric was last reported, by its beginning.
    Optional<Instant> lastSeen(Instant now) {
        return disk.maxima(now.minus(IN_MEMORY), now, HOUR).stream()
                .map(Datapoint::timestamp)
                .max(Comparator.naturalOrder());
    }
}
