package headroom.redshift.plan;

import headroom.redshift.Settings;
import headroom.redshift.cluster.Cluster;
import headroom.redshift.cluster.DiskMetric;
import headroom.redshift.cluster.ResizeMethod;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.redshift.RedshiftClient;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What the plan would resize the cluster to now, whether that is needed or not, and whatever keeps
/// it from being done: the same sizing as that of a plan, for whoever wants to try it elsewhere.
///
/// @param to the number of nodes; the same as now where there is no step
/// @param whyNot why there is no step, and what to do about it; null where there is one
/// @param megabytes that are on the disks, if that is known
public record NextResize(
        Cluster cluster,
        int to,
        ResizeMethod method,
        @Nullable String whyNot,
        Optional<Double> megabytes) {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /// @param sdk the cluster as Redshift has just shown it
    public static NextResize look(
            RedshiftClient redshift,
            CloudWatchClient cloudWatch,
            software.amazon.awssdk.services.redshift.model.Cluster sdk,
            Settings settings,
            Instant now) {
        Cluster cluster = Cluster.of(sdk);
        Double disk = disk(cloudWatch, settings, now);
        Facts facts =
                new Facts(
                        now.truncatedTo(ChronoUnit.SECONDS),
                        cluster,
                        Optional.empty(),
                        List.of(),
                        PermittedSizes.of(redshift, cluster),
                        disk,
                        null,
                        List.of(),
                        Map.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of());
        return of(facts, settings);
    }

    private static NextResize of(Facts facts, Settings settings) {
        Cluster cluster = facts.cluster();
        return switch (new Sizing(facts, settings.policy()).outcome()) {
            case Sizing.Chosen chosen ->
                    new NextResize(
                            cluster,
                            chosen.size().nodes(),
                            chosen.method(),
                            null,
                            facts.megabytes());
            case Sizing.None none ->
                    new NextResize(
                            cluster,
                            cluster.nodes(),
                            ResizeMethod.ELASTIC,
                            none.sentence() + " " + none.wayOut(),
                            facts.megabytes());
        };
    }

    private static @Nullable Double disk(
            CloudWatchClient cloudWatch, Settings settings, Instant now) {
        Duration recent = Duration.ofMinutes(settings.policy().alarmMinutes());
        return new DiskMetric(cloudWatch, settings.cluster())
                .maxima(now.minus(recent), now, MINUTE).stream()
                        .map(Datapoint::maximum)
                        .max(Comparator.naturalOrder())
                        .orElse(null);
    }
}
