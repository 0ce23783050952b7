package headroom.redshift.watch;

import headroom.lease.Lease;
import headroom.lease.LeaseTable;
import headroom.metrics.Metrics;
import headroom.priming.Primed;
import headroom.redshift.ClusterNames;
import headroom.redshift.Settings;
import headroom.redshift.cluster.DiskMetric;
import headroom.redshift.replication.PauseRecord;
import headroom.redshift.report.Disk;
import headroom.redshift.trigger.Request;
import headroom.run.Cause;
import headroom.run.Executions;
import headroom.run.StackEnvironment;
import headroom.step.Step;
import headroom.text.Listing;
import headroom.watch.Owners;
import headroom.watch.RecoveryRequest;
import headroom.watch.WatchDecision;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Compares, every fifteen minutes, what is with what should be, and starts what is missing.
public final class Watch extends Step<Watch.Input> {
    private static final DateTimeFormatter IN_NAMES =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Clients clients;
    private final ClusterNames names;
    private final Settings settings;
    private final LeaseTable leases;
    private final Executions executions;
    private final Lookout lookout;
    private final Observer observer;
    private final Telling telling;
    private final Optional<Drills> drills;
    private final Clock clock;
    private final Metrics metrics;

    /// The event of a schedule.
    ///
    /// @param time the scheduled time: the same when the event is delivered twice
    public record Input(Instant time) {}

    public record Answer(String sentence) {}

    /// @param redshift made where it is needed, which in most rounds it is not: it loads hundreds
    ///   of classes
    /// @param dms the same
    public record Clients(
            DynamoDbClient dynamoDb,
            SfnClient stepFunctions,
            CloudWatchClient cloudWatch,
            Supplier<RedshiftClient> redshift,
            Supplier<DatabaseMigrationClient> dms,
            SnsClient sns) {}

    public Watch() {
        this(
                new Clients(
                        Primed.dynamoDb(),
                        Primed.stepFunctions(),
                        Primed.cloudWatch(),
                        RedshiftClient::create,
                        DatabaseMigrationClient::create,
                        SnsClient.create()),
                Settings.fromEnvironment(),
                StackEnvironment.read(),
                Clock.systemUTC(),
                System.out::println);
    }

    /// @param measured takes the line with what a round has measured
    public Watch(
            Clients clients,
            Settings settings,
            StackEnvironment stack,
            Clock clock,
            Consumer<String> measured) {
        super(Input.class);
        this.clients = clients;
        this.settings = settings;
        names = new ClusterNames(settings.cluster());
        this.clock = clock;
        leases = new LeaseTable(clients.dynamoDb(), stack.leaseTable(), stack.leaseKey());
        executions = new Executions(clients.stepFunctions(), stack.stateMachine());
        lookout =
                new Lookout(
                        new DiskMetric(clients.cloudWatch(), settings.cluster()),
                        clients.redshift());
        observer = new Observer(clients.dms(), clients.cloudWatch());
        telling =
                new Telling(clients.sns(), leases, settings, stack, this::disk, clients.redshift());
        metrics = new Metrics(names.leaseKey(), clock, measured);
        drills = settings.policy().drillMaxNodeHours().map(_ -> drills(stack));
    }

    private Drills drills(StackEnvironment stack) {
        StackEnvironment own = stack.beside(names.drillStateMachine(), names.drillLeaseKey());
        return new Drills(
                settings,
                new LeaseTable(clients.dynamoDb(), own.leaseTable(), own.leaseKey()),
                new Executions(clients.stepFunctions(), own.stateMachine()),
                new Owners(clients.stepFunctions()),
                clients.redshift(),
                metrics);
    }

    @Override
    public Answer run(Input input) {
        PauseRecord record = new PauseRecord(leases.read());
        // Before anything that can fail: how long the lease is held must be known above all then.
        metrics.write(RoundMetrics.of(record, settings, clock.instant()));
        // Before anything is looked up; and what cannot be told keeps nothing from being started.
        List<RuntimeException> troubles = new ArrayList<>();
        telling.tell(record, clock.instant()).ifPresent(troubles::add);
        WatchDecision decision = decide(record, observe(record, troubles));
        act(decision, input);
        String drills = drills(record, decision, input, troubles);
        Sight sight = sight(record.lease());
        if (!troubles.isEmpty()) {
            throw troubles.getFirst();
        }
        return new Answer(decision.sentence() + sight.sentence() + drills);
    }

    /// No trouble with them keeps anything else from being done.
    private String drills(
            PauseRecord record,
            WatchDecision decision,
            Input input,
            List<RuntimeException> troubles) {
        if (drills.isEmpty()) {
            return "";
        }
        boolean quiet =
                record.lease().owner() != null
                        || record.isLeftToResume()
                        || !(decision instanceof WatchDecision.AllIsWell);
        try {
            return drills.get().look(quiet, IN_NAMES.format(input.time()), clock.instant());
        } catch (RuntimeException trouble) {
            troubles.add(trouble);
            return "";
        }
    }

    /// Looks whether the disk can be seen, and tells if it cannot for too long.
    private Sight sight(Lease lease) {
        Instant now = clock.instant();
        Sight sight = lease.owner() == null ? lookout.look(now) : new Sight.Untried();
        telling.tell(sight.consequence(lease.notes(), now), lookout, now);
        return sight;
    }

    private WatchDecision decide(PauseRecord record, Optional<Observation> observation) {
        Lease lease = record.lease();
        String owner = lease.owner();
        if (owner != null) {
            return WatchDecision.ofHeld(
                    lease, owner, new Owners(clients.stepFunctions()).look(owner), clock.instant());
        }
        if (record.isLeftToResume()) {
            return new WatchDecision.RecoveryIsMissing(
                    "tasks stand on the record of a pause, and nobody holds the lease");
        }
        return observation
                .map(Observation::relapsed)
                .filter(each -> !each.isEmpty())
                .<WatchDecision>map(Watch::ofRelapse)
                .orElseGet(() -> WatchDecision.ofFree(lease, alarms().need(), clock.instant()));
    }

    private static WatchDecision.RecoveryIsMissing ofRelapse(List<Observation.Broken> relapsed) {
        return new WatchDecision.RecoveryIsMissing(
                "broken down after the resume: "
                        + Listing.of(relapsed.stream().map(Observation.Broken::sentence).toList()));
    }

    /// Looks at the tasks that were resumed lately. What has broken down goes back on the record
    /// before anything is started, unless a run holds the lease. No trouble with it keeps a run
    /// from being started.
    private Optional<Observation> observe(PauseRecord record, List<RuntimeException> troubles) {
        if (record.isLeftToResume() || record.observed().isEmpty()) {
            return Optional.empty();
        }
        try {
            Instant now = clock.instant();
            Observation seen = observer.look(record.underObservation(), now);
            telling.tell(seen, record, now).ifPresent(troubles::add);
            return Optional.of(seen);
        } catch (RuntimeException trouble) {
            troubles.add(trouble);
            return Optional.empty();
        }
    }

    private Alarms alarms() {
        String usual = names.diskAlarm();
        String critical = names.criticalDiskAlarm();
        Map<String, String> states = new HashMap<>();
        clients.cloudWatch()
                .describeAlarms(request -> request.alarmNames(usual, critical))
                .metricAlarms()
                .forEach(each -> states.put(each.alarmName(), each.stateValueAsString()));
        return new Alarms(state(usual, states), state(critical, states));
    }

    /// Fails where the alarm is gone: the alarm on the watch's own failures tells of that.
    private static String state(String alarm, Map<String, String> states) {
        String state = states.get(alarm);
        if (state == null) {
            throw new IllegalStateException(
                    "There is no alarm named " + alarm + ". Deploy the stack again.");
        }
        return state;
    }

    /// What was started before, the first delivery of this event has started.
    private void act(WatchDecision decision, Input input) {
        String time = IN_NAMES.format(input.time());
        String origin = "the watch: " + decision.sentence();
        switch (decision) {
            case WatchDecision.AllIsWell _ -> {}
            case WatchDecision.RunIsMissing missing ->
                    executions.start(
                            "watch-" + time,
                            new Request(Cause.WATCH, false, missing.critical(), origin));
            case WatchDecision.RecoveryIsMissing _ ->
                    executions.start(
                            "recover-" + time,
                            new RecoveryRequest(
                                    Cause.RECOVER, origin, RecoveryRequest.NOBODY, true));
            case WatchDecision.OwnerIsDead dead ->
                    executions.start(
                            "recover-" + time,
                            new RecoveryRequest(Cause.RECOVER, origin, dead.owner(), true));
        }
    }

    private Disk disk() {
        return Disk.look(
                clients.cloudWatch(),
                settings.cluster(),
                settings.policy(),
                Optional.empty(),
                clock.instant());
    }
}
