package headroom.watch;

import headroom.metrics.Metrics;
import headroom.priming.Primed;
import headroom.redshift.Settings;
import headroom.redshift.cluster.DiskMetric;
import headroom.report.Disk;
import headroom.run.Cause;
import headroom.step.Json;
import headroom.step.Step;
import headroom.trigger.Request;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
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
    /// Stands for the owner of a lease that nobody holds.
    public static final String NOBODY = "nobody";

    private static final DateTimeFormatter IN_NAMES =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Clients clients;
    private final Settings settings;
    private final Surroundings surroundings;
    private final Lookout lookout;
    private final Observer observer;
    private final Telling telling;
    private final Clock clock;
    private final Metrics metrics;

    /// The event of a schedule.
    ///
    /// @param time the scheduled time: the same when the event is delivered twice
    public record Input(Instant time) {}

    public record Answer(String sentence) {}

    /// The request for a recovery, as the state machine takes it, from whoever asks for one.
    ///
    /// @param deadOwner the ARN of the execution that ended with the lease, or anything else where
    ///   nobody holds it
    /// @param settled whether no function of the dead owner can be at work any more
    public record Recovery(Cause cause, String origin, String deadOwner, boolean settled) {}

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
                Surroundings.fromEnvironment(),
                Clock.systemUTC(),
                System.out::println);
    }

    /// @param measured takes the line with what a round has measured
    public Watch(
            Clients clients,
            Settings settings,
            Surroundings surroundings,
            Clock clock,
            Consumer<String> measured) {
        super(Input.class);
        this.clients = clients;
        this.settings = settings;
        this.surroundings = surroundings;
        lookout =
                new Lookout(
                        new DiskMetric(clients.cloudWatch(), settings.cluster()),
                        clients.redshift());
        observer = new Observer(clients.dms(), clients.cloudWatch());
        telling =
                new Telling(
                        clients.sns(),
                        clients.dynamoDb(),
                        settings,
                        surroundings,
                        () ->
                                Disk.look(
                                        clients.cloudWatch(),
                                        settings.cluster(),
                                        settings.policy(),
                                        Optional.empty(),
                                        clock.instant()));
        this.clock = clock;
        this.metrics = new Metrics(settings.cluster(), clock, measured);
    }

    @Override
    public Answer run(Input input) {
        Lease lease =
                Lease.read(clients.dynamoDb(), surroundings.leaseTable(), surroundings.leaseKey());
        // Before anything that can fail: how long the lease is held must be known above all then.
        metrics.write(RoundMetrics.of(lease, settings, clock.instant()));
        // Before anything is looked up; and what cannot be told keeps nothing from being started.
        List<RuntimeException> troubles = new ArrayList<>();
        telling.tell(lease, clock.instant()).ifPresent(troubles::add);
        Finding finding = find(lease, observe(lease, troubles));
        act(finding, input);
        Sight sight = sight(lease);
        if (!troubles.isEmpty()) {
            throw troubles.getFirst();
        }
        return new Answer(finding.sentence() + sight.sentence());
    }

    /// Looks whether the disk can be seen, and tells if it cannot for too long.
    private Sight sight(Lease lease) {
        Instant now = clock.instant();
        Sight sight = lease.owner() == null ? lookout.look(now) : new Sight.Untried();
        telling.tell(sight.consequence(lease.notes(), now), lookout, now);
        return sight;
    }

    private Finding find(Lease lease, Optional<Observation> observation) {
        String owner = lease.owner();
        if (owner != null) {
            return Finding.ofHeld(lease, owner, owner(owner), clock.instant());
        }
        return lease.isOwed()
                ? Finding.ofOwed()
                : observation
                        .filter(each -> !each.relapsed().isEmpty())
                        .map(each -> Finding.ofRelapse(each.relapsed()))
                        .orElseGet(() -> Finding.ofFree(lease, alarms(), clock.instant()));
    }

    /// Looks at the tasks that were resumed lately. What has broken down goes back on the record
    /// before anything is started. No trouble with it keeps a run from being started.
    private Optional<Observation> observe(Lease lease, List<RuntimeException> troubles) {
        if (lease.owner() != null || lease.isOwed() || lease.observed().isEmpty()) {
            return Optional.empty();
        }
        try {
            Instant now = clock.instant();
            Observation seen = observer.look(lease.underObservation(), now);
            telling.tell(seen, lease, now).ifPresent(troubles::add);
            return Optional.of(seen);
        } catch (RuntimeException trouble) {
            troubles.add(trouble);
            return Optional.empty();
        }
    }

    /// That there is no such execution is believed when it is said twice: the call is consistent
    /// only in the end, and a recovery beside a run that lives starts its tasks in mid-resize.
    private Finding.Owner owner(String arn) {
        try {
            return describe(arn);
        } catch (ExecutionDoesNotExistException perhaps) {
            return ownerAgain(arn);
        }
    }

    private Finding.Owner ownerAgain(String arn) {
        try {
            return describe(arn);
        } catch (ExecutionDoesNotExistException gone) {
            return new Finding.Owner(false, null);
        }
    }

    private Finding.Owner describe(String arn) {
        DescribeExecutionResponse execution =
                clients.stepFunctions().describeExecution(request -> request.executionArn(arn));
        return new Finding.Owner(
                execution.status() == ExecutionStatus.RUNNING, execution.stopDate());
    }

    private Finding.Alarms alarms() {
        String disk = surroundings.alarmName();
        String critical = surroundings.criticalAlarmName();
        Map<String, String> states = new HashMap<>();
        clients.cloudWatch()
                .describeAlarms(request -> request.alarmNames(disk, critical))
                .metricAlarms()
                .forEach(each -> states.put(each.alarmName(), each.stateValueAsString()));
        return new Finding.Alarms(state(disk, states), state(critical, states));
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

    private void act(Finding finding, Input input) {
        String time = IN_NAMES.format(input.time());
        switch (finding) {
            case Finding.AllIsWell _ -> {}
            case Finding.RunIsMissing missing ->
                    start(
                            "watch-" + time,
                            new Request(
                                    Cause.WATCH,
                                    false,
                                    missing.critical(),
                                    "the watch: " + missing.sentence()));
            case Finding.TasksAreOwed owed ->
                    start(
                            "recover-" + time,
                            new Recovery(
                                    Cause.RECOVER, "the watch: " + owed.sentence(), NOBODY, true));
            case Finding.OwnerIsDead dead ->
                    start(
                            "recover-" + time,
                            new Recovery(
                                    Cause.RECOVER,
                                    "the watch: " + dead.sentence(),
                                    dead.owner(),
                                    true));
        }
    }

    private void start(String name, Record request) {
        try {
            clients.stepFunctions()
                    .startExecution(
                            start ->
                                    start.stateMachineArn(surroundings.stateMachine())
                                            .name(name)
                                            .input(Json.text(Json.write(request))));
        } catch (ExecutionAlreadyExistsException deliveredTwice) {
            // The first delivery of this event has started it.
        }
    }
}
