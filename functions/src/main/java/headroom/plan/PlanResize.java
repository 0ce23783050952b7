package headroom.plan;

import headroom.Settings;
import headroom.plan.Facts.Size;
import headroom.replication.ReplicationTasks;
import headroom.step.Step;
import headroom.trigger.Cause;
import headroom.warehouse.Cluster;
import headroom.warehouse.LastResize;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.ActionType;
import software.amazon.awssdk.services.redshift.model.Mode;
import software.amazon.awssdk.services.redshift.model.NodeConfigurationOption;
import software.amazon.awssdk.services.redshift.model.UnsupportedOperationException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/// Looks at the cluster, its permitted sizes, its disk and its DMS tasks, and answers with the
/// plan.
public final class PlanResize extends Step<PlanResize.Input> {
    /// How far back the disk metric is read. It reports each minute, with a gap now and then.
    private static final Duration RECENT = Duration.ofMinutes(15);

    private final RedshiftClient redshift;
    private final DatabaseMigrationClient dms;
    private final CloudWatchClient cloudWatch;
    private final Settings settings;
    private final Clock clock;

    public record Input(Cause cause) {}

    public PlanResize() {
        this(
                RedshiftClient.create(),
                DatabaseMigrationClient.create(),
                CloudWatchClient.create(),
                Settings.fromEnvironment(),
                Clock.systemUTC());
    }

    public PlanResize(
            RedshiftClient redshift,
            DatabaseMigrationClient dms,
            CloudWatchClient cloudWatch,
            Settings settings,
            Clock clock) {
        super(Input.class);
        this.redshift = redshift;
        this.dms = dms;
        this.cloudWatch = cloudWatch;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Plan run(Input input) {
        Cluster cluster = Cluster.describe(redshift, settings.cluster());
        var facts =
                new Facts(
                        cluster,
                        LastResize.describe(redshift, settings.cluster()),
                        sizes(cluster),
                        diskPercent(),
                        ReplicationTasks.writingTo(dms, settings.endpoints()));
        return new Decision(facts, settings, input.cause()).plan();
    }

    /// Redshift answers with other node types and other modes as well. A cluster that cannot be
    /// resized elastically, such as one of a single node, has none, or is refused.
    private List<Size> sizes(Cluster cluster) {
        if (!cluster.canBeChanged()) {
            return List.of();
        }
        try {
            return options(cluster);
        } catch (UnsupportedOperationException notElastic) {
            return List.of();
        }
    }

    private List<Size> options(Cluster cluster) {
        return redshift
                .describeNodeConfigurationOptionsPaginator(
                        request ->
                                request.actionType(ActionType.RESIZE_CLUSTER)
                                        .clusterIdentifier(settings.cluster()))
                .nodeConfigurationOptionList()
                .stream()
                .filter(option -> cluster.nodeType().equals(option.nodeType()))
                .filter(option -> option.mode() == null || option.mode() == Mode.STANDARD)
                .filter(option -> option.numberOfNodes() != null)
                .map(PlanResize::size)
                .sorted(Comparator.comparingInt(Size::nodes))
                .toList();
    }

    private static Size size(NodeConfigurationOption option) {
        return new Size(option.numberOfNodes(), option.estimatedDiskUtilizationPercent());
    }

    private @Nullable Double diskPercent() {
        Instant now = clock.instant();
        Dimension dimension =
                Dimension.builder().name("ClusterIdentifier").value(settings.cluster()).build();
        return cloudWatch
                .getMetricStatistics(
                        request ->
                                request.namespace("AWS/Redshift")
                                        .metricName("PercentageDiskSpaceUsed")
                                        .dimensions(dimension)
                                        .startTime(now.minus(RECENT))
                                        .endTime(now)
                                        .period(60)
                                        .statistics(Statistic.MAXIMUM))
                .datapoints()
                .stream()
                .map(Datapoint::maximum)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
