package headroom.elasticache.watch;

import headroom.elasticache.GroupNames;
import headroom.elasticache.Settings;
import headroom.elasticache.figures.Figures;
import headroom.elasticache.group.ClusterMode;
import headroom.elasticache.group.Group;
import headroom.elasticache.group.GroupGone;
import headroom.elasticache.trigger.Request;
import headroom.lease.Lease;
import headroom.lease.LeaseTable;
import headroom.metrics.Measure;
import headroom.metrics.Metrics;
import headroom.priming.Primed;
import headroom.run.Cause;
import headroom.run.Executions;
import headroom.run.StackEnvironment;
import headroom.step.Step;
import headroom.watch.Owners;
import headroom.watch.RecoveryRequest;
import headroom.watch.WatchDecision;
import headroom.watch.WatchDecision.Need;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Compares, every five minutes, what is with what should be, and starts what is missing.
public final class Watch extends Step<Watch.Input> {
    private static final DateTimeFormatter IN_NAMES =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Clients clients;
    private final Settings settings;
    private final LeaseTable leases;
    private final Executions executions;
    private final Telling telling;
    private final Clock clock;
    private final Metrics metrics;

    /// The event of a schedule.
    ///
    /// @param time the scheduled time: the same when the event is delivered twice
    public record Input(Instant time) {}

    public record Answer(String sentence) {}

    public record Clients(
            DynamoDbClient dynamoDb,
            SfnClient stepFunctions,
            CloudWatchClient cloudWatch,
            ElastiCacheClient elastiCache,
            SnsClient sns) {}

    public Watch() {
        this(
                new Clients(
                        Primed.dynamoDb(),
                        SfnClient.create(),
                        Primed.cloudWatch(),
                        headroom.elasticache.Clients.elastiCache(),
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
        this.clock = clock;
        leases = new LeaseTable(clients.dynamoDb(), stack.leaseTable(), stack.leaseKey());
        executions = new Executions(clients.stepFunctions(), stack.stateMachine());
        telling = new Telling(clients.sns(), leases, settings.group(), stack);
        metrics = new Metrics(new GroupNames(settings.group()).leaseKey(), clock, measured);
    }

    @Override
    public Answer run(Input input) {
        Lease lease = leases.read();
        Instant now = clock.instant();
        // Before anything that can fail: how long the lease is held must be known above all then.
        metrics.write(Map.of(Measure.LEASE_HELD_SECONDS, held(lease, now), Measure.WATCHED, 1L));
        // What cannot be told keeps nothing from being started.
        Optional<RuntimeException> unsaid = telling.tell(lease, now);
        WatchDecision decision = decide(lease, now);
        act(decision, input);
        if (!isLookedAt(lease)) {
            telling.forgetBlindness(lease.notes());
        }
        unsaid.ifPresent(
                each -> {
                    throw each;
                });
        return new Answer(decision.sentence());
    }

    /// Each recovery takes the lease anew, so a change that many of them could not see to its end
    /// counts from its own beginning.
    private static long held(Lease lease, Instant now) {
        if (lease.owner() == null) {
            return 0;
        }
        return Stream.of(lease.takenAt(), lease.time("changeSince"))
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .map(since -> Duration.between(since, now).toSeconds())
                .orElse(0L);
    }

    /// While a run is at work, or one is to be recovered, nobody looks at the group.
    private static boolean isLookedAt(Lease lease) {
        return lease.owner() == null && lease.text("change") == null;
    }

    private WatchDecision decide(Lease lease, Instant now) {
        String owner = lease.owner();
        if (owner != null) {
            return WatchDecision.ofHeld(
                    lease, owner, new Owners(clients.stepFunctions()).look(owner), now);
        }
        return isLookedAt(lease)
                ? WatchDecision.ofFree(lease, need(lease, now), now)
                : new WatchDecision.RecoveryIsMissing(
                        "a change stands on the record, and nobody holds the lease");
    }

    private Need need(Lease lease, Instant now) {
        try {
            Group group = Group.describe(clients.elastiCache(), settings.group());
            Sight sight =
                    Sight.of(
                            Figures.asOf(now).of(clients.cloudWatch(), group, Sight.metrics(group)),
                            settings.policy());
            telling.tellOfBlindness(sight.silent(), lease.notes(), now);
            return group.mode() == ClusterMode.COMPATIBLE
                    ? new Need(
                            true,
                            sight.need().critical(),
                            "the cluster mode is compatible"
                                    + (sight.need().stands()
                                            ? ", and " + sight.need().sentence()
                                            : ""))
                    : sight.need();
        } catch (GroupGone gone) {
            telling.tellOfNoGroup(String.valueOf(gone.getMessage()), lease.notes(), now);
            return new Need(false, false, String.valueOf(gone.getMessage()));
        }
    }

    /// What was started before, the first delivery of this event has started.
    private void act(WatchDecision decision, Input input) {
        String time = IN_NAMES.format(input.time());
        String origin = "the watch: " + decision.sentence();
        switch (decision) {
            case WatchDecision.AllIsWell _ -> {}
            case WatchDecision.RunIsMissing missing ->
                    executions.start(
                            "watch-" + time, new Request(Cause.WATCH, missing.critical(), origin));
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
}
