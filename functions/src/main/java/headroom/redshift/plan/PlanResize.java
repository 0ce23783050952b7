package headroom.redshift.plan;

import headroom.priming.Primed;
import headroom.redshift.Clients;
import headroom.redshift.Outcome;
import headroom.redshift.Policy;
import headroom.redshift.Settings;
import headroom.redshift.cluster.Cluster;
import headroom.redshift.cluster.DiskMetric;
import headroom.redshift.cluster.LastResize;
import headroom.redshift.cluster.RunSnapshot;
import headroom.redshift.cluster.SnapshotsInFlight;
import headroom.redshift.replication.InsertPolicies;
import headroom.redshift.replication.Lags;
import headroom.redshift.replication.Replication;
import headroom.redshift.replication.Replication.State;
import headroom.redshift.replication.Replications;
import headroom.redshift.replication.StrayEndpoint;
import headroom.redshift.replication.TablesInError;
import headroom.report.Told;
import headroom.run.Cause;
import headroom.step.Step;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Datapoint;
import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;
import software.amazon.awssdk.services.redshift.RedshiftClient;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Looks at the cluster, its permitted sizes, its disk and its DMS tasks, and answers with the
/// plan.
public final class PlanResize extends Step<PlanResize.Input> {
    /// At which the disk metric reports, with a gap now and then.
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final RedshiftClient redshift;
    private final DatabaseMigrationClient dms;
    private final CloudWatchClient cloudWatch;
    private final Settings settings;
    private final Clock clock;

    /// @param since when this run began to plan
    /// @param dryRun whether the plan alone was asked for
    /// @param told what operators were told last
    /// @param precopy what came of the run's pre-copy
    /// @param nodes the size that a person asked for
    /// @param measures what drills have measured, as it is kept beside the lease
    public record Input(
            Cause cause,
            Instant since,
            boolean dryRun,
            Told told,
            Precopy precopy,
            Optional<Integer> nodes,
            Optional<String> measures) {}

    /// @param outcome of a run that goes no further
    /// @param sentence the plan's
    public record Answer(Plan plan, Outcome outcome, String sentence) {}

    public PlanResize() {
        this(
                Clients.redshift(),
                Clients.dms(),
                Primed.cloudWatch(),
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
    public Answer run(Input input) {
        Plan plan = plan(input, clock.instant());
        return new Answer(plan, plan.outcome(input.dryRun()), plan.sentence());
    }

    private Plan plan(Input input, Instant now) {
        List<Datapoint> disk = disk(now);
        Cluster cluster = Cluster.describe(redshift, settings.cluster());
        List<Replication> tasks = Replications.writingTo(dms, settings.endpoints());
        List<Replication> running = running(tasks);
        var facts =
                new Facts(
                        now.truncatedTo(ChronoUnit.SECONDS),
                        cluster,
                        LastResize.describe(redshift, settings.cluster()),
                        snapshotsInTheWay(input, now),
                        PermittedSizes.of(redshift, cluster),
                        highest(disk.stream()),
                        sustained(disk, now, settings.policy().alarmPeriods()),
                        tasks,
                        Lags.of(cloudWatch, running, now),
                        InsertPolicies.mayDouble(dms, running),
                        TablesInError.of(dms, running),
                        StrayEndpoint.writers(dms, cluster.address(), settings.endpoints()),
                        input.measures().map(Drilled::read).orElse(List.of()));
        return new Decision(
                        facts,
                        settings,
                        input.cause(),
                        input.told().standing(now),
                        Duration.between(input.since(), now),
                        input.precopy(),
                        input.nodes())
                .plan();
    }

    private static List<Replication> running(List<Replication> tasks) {
        return tasks.stream().filter(each -> each.state() == State.RUNNING).toList();
    }

    /// The run's own pre-copy is not in the way of its plan: the run waits for it anyway.
    private List<String> snapshotsInTheWay(Input input, Instant now) {
        String own = RunSnapshot.PRECOPY.prefix(settings.cluster());
        return SnapshotsInFlight.of(redshift, settings.cluster(), now).names().stream()
                .filter(each -> input.precopy() != Precopy.RUNNING || !each.startsWith(own))
                .toList();
    }

    private static @Nullable Double highest(Stream<Datapoint> datapoints) {
        return datapoints.map(Datapoint::maximum).max(Comparator.naturalOrder()).orElse(null);
    }

    /// As far back as the alarms look.
    private List<Datapoint> disk(Instant now) {
        Duration recent = Duration.ofMinutes(settings.policy().alarmMinutes());
        return new DiskMetric(cloudWatch, settings.cluster())
                .maxima(now.minus(recent), now, MINUTE);
    }

    /// The lowest of the periods' maxima, among the periods that have data.
    ///
    /// @param periods so many whole ones, counted back from now. CloudWatch begins at the full
    ///   minute, so a minute from before them may be among the datapoints; a period of that one
    ///   minute would make a critical disk uncritical.
    static @Nullable Double sustained(List<Datapoint> datapoints, Instant now, int periods) {
        return datapoints.stream()
                .filter(each -> periodsBack(each, now) < periods)
                .collect(
                        Collectors.groupingBy(
                                each -> periodsBack(each, now),
                                Collectors.mapping(
                                        Datapoint::maximum,
                                        Collectors.maxBy(Comparator.naturalOrder()))))
                .values()
                .stream()
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static long periodsBack(Datapoint datapoint, Instant now) {
        return Duration.between(datapoint.timestamp(), now).dividedBy(Policy.ALARM_PERIOD);
    }
}
