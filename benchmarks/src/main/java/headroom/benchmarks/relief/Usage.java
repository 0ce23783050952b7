package headroom.benchmarks.relief;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import headroom.benchmarks.findings.Table;
import headroom.benchmarks.findings.Target;
import headroom.elasticache.Settings;
import headroom.elasticache.effect.MeasureEffect;
import headroom.elasticache.group.ConfirmScaled;
import headroom.elasticache.plan.PlanScaling;
import headroom.elasticache.watch.Watch;
import headroom.rehearsal.aws.OperatorsTopic;
import headroom.rehearsal.aws.SimulatedDynamoDb;
import headroom.rehearsal.elasticache.simulation.CacheSetup;
import headroom.rehearsal.elasticache.simulation.CacheSimulation;
import headroom.rehearsal.simulation.Sabotage;
import headroom.rehearsal.states.Execution;
import headroom.run.StackEnvironment;
import headroom.simulated.elasticache.SimulatedAutoScaling;
import headroom.simulated.elasticache.SimulatedQuotas;
import headroom.simulated.elasticache.load.Clients;
import headroom.simulated.elasticache.load.Course;
import headroom.simulated.elasticache.load.Flow;
import headroom.simulated.elasticache.load.SlotSet;
import headroom.simulated.elasticache.load.Traffic;
import headroom.simulated.journal.Journal;
import headroom.simulated.journal.Kind;

import software.amazon.awssdk.services.sfn.SfnClient;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

/// What Headroom uses of one group of six nodes: in a month in which nothing needs to be done, and
/// by an ordinary step.
///
/// @param idle the month
/// @param step one replica more on a shard that is hot, with a backup
record Usage(Month idle, Step step) {
    private static final int DAYS = 31;
    private static final int STEPS = 4;

    /// List price of us-east-1 for a thousand metrics of GetMetricData, which has no free tier.
    private static final double A_THOUSAND_METRICS = 0.01;

    private static final int FREE_TRANSITIONS = 4_000;
    private static final int FREE_INVOCATIONS = 1_000_000;
    private static final int FREE_GIGABYTE_SECONDS = 400_000;

    /// What a function has, and for how long it is taken to run: a cold start.
    private static final double GIGABYTES = 0.5;

    private static final double SECONDS = 2;

    private static final int MOST_TRANSITIONS = 60;

    /// What a round each five minutes asks for. That is not free, and so it is named.
    private static final double MOST_DOLLARS = 1.7;

    private static final Traffic CALM = Traffic.of(Flow.even(60_000, 0.1, Clients.SHARING));
    private static final Traffic HOT =
            Traffic.of(
                            Flow.even(60_000, 0.1, Clients.SHARING),
                            Flow.on(SlotSet.range(7_000, 7_009), 135_000, 0.05, Clients.SHARING))
                    .with(Course.growing(0.3));

    /// @param rounds of the watch
    /// @param metrics that one round asks for
    record Month(int rounds, int executions, int transitions, int metrics) {
        double dollars() {
            return (double) rounds * metrics / 1_000 * A_THOUSAND_METRICS;
        }
    }

    /// @param metrics that its functions ask for
    record Step(int transitions, int invocations, int metrics) {}

    static Usage play() {
        return new Usage(month(CacheSetup.under(CALM)), ordinary());
    }

    static Month month(CacheSetup setup) {
        CacheSimulation simulation =
                Played.run(setup, Duration.ofDays(DAYS), Duration.ofDays(DAYS)).simulation();
        return new Month(
                count(simulation, Watch.class),
                simulation.executions().size(),
                simulation.executions().stream().mapToInt(Execution::transitions).sum(),
                metricsOfRound());
    }

    private static int count(CacheSimulation simulation, Class<?> function) {
        return Math.toIntExact(
                simulation
                        .journal()
                        .entries(Kind.STEP)
                        .filter(each -> each.name().equals(function.getSimpleName()))
                        .count());
    }

    /// By the real watch, in a world of its own.
    private static int metricsOfRound() {
        World world = new World(CacheSetup.under(CALM));
        world.run(Duration.ofHours(1));
        AtomicInteger metrics = new AtomicInteger();
        Instant now = world.scheduler().now();
        Journal journal = new Journal(world.scheduler());
        new Watch(
                        new Watch.Clients(
                                new SimulatedDynamoDb(journal),
                                nobody(),
                                new MeteredCloudWatch(world.cloudWatch(), metrics),
                                world.elastiCache(),
                                new OperatorsTopic(journal)),
                        settings(),
                        new StackEnvironment(
                                "arn:aws:states:eu-west-1:111122223333:stateMachine:scale",
                                "leases",
                                "elasticache/sessions",
                                "arn:aws:sns:eu-west-1:111122223333:operators"),
                        Clock.fixed(now, ZoneOffset.UTC),
                        _ -> {})
                .run(new Watch.Input(now));
        return metrics.get();
    }

    /// A quiet round starts nothing.
    private static SfnClient nobody() {
        return new SfnClient() {
            @Override
            public String serviceName() {
                return SERVICE_NAME;
            }

            @Override
            public void close() {
                // Holds nothing that could be closed.
            }
        };
    }

    private static Settings settings() {
        return new Settings(CacheSetup.GROUP, CacheSetup.under(CALM).policy(), 1);
    }

    private static Step ordinary() {
        AtomicInteger metrics = new AtomicInteger();
        CacheSimulation simulation =
                Played.run(
                                CacheSetup.under(HOT)
                                        .with(new Sabotage<>(_ -> {}, metered(metrics))),
                                Duration.ZERO,
                                Duration.ofDays(1))
                        .simulation();
        // Contributors of the alarm, and the alarm itself, start runs that stand down at once.
        Execution run =
                simulation.executions().stream()
                        .filter(Played::isStep)
                        .findFirst()
                        .orElseThrow(
                                () ->
                                        new IllegalStateException(
                                                "expected a run that takes a step, found none"));
        int steps =
                Math.toIntExact(
                        simulation
                                .journal()
                                .entries(Kind.STEP)
                                .filter(each -> !each.name().equals(Watch.class.getSimpleName()))
                                .count());
        return new Step(run.transitions(), steps + 1, metrics.get());
    }

    /// The functions that ask CloudWatch, with a meter.
    private static Map<
                    String, BiFunction<CacheSimulation, RequestStreamHandler, RequestStreamHandler>>
            metered(AtomicInteger metrics) {
        return Map.of(
                PlanScaling.class.getSimpleName(),
                (simulation, _) ->
                        new PlanScaling(
                                simulation.elastiCache(),
                                meter(simulation, metrics),
                                SimulatedAutoScaling.nobody(),
                                new SimulatedQuotas(90),
                                settings(),
                                simulation.scheduler().clock()),
                ConfirmScaled.class.getSimpleName(),
                (simulation, _) ->
                        new ConfirmScaled(
                                simulation.elastiCache(),
                                meter(simulation, metrics),
                                settings(),
                                simulation.scheduler().clock()),
                MeasureEffect.class.getSimpleName(),
                (simulation, _) ->
                        new MeasureEffect(
                                simulation.elastiCache(),
                                meter(simulation, metrics),
                                settings(),
                                simulation.scheduler().clock()));
    }

    private static MeteredCloudWatch meter(CacheSimulation simulation, AtomicInteger metrics) {
        return new MeteredCloudWatch(simulation.outside().cloudWatch(), metrics);
    }

    List<String> lines() {
        Table table =
                new Table(
                        "One group of six nodes, in 31 days",
                        "idle",
                        "with four ordinary steps",
                        "free in an account");
        table.row(
                "state transitions",
                number(idle.transitions()),
                number(idle.transitions() + STEPS * step.transitions()),
                number(FREE_TRANSITIONS));
        table.row(
                "Lambda invocations",
                number(idle.rounds()),
                number(idle.rounds() + STEPS * step.invocations()),
                number(FREE_INVOCATIONS));
        table.row(
                "GB-seconds, each invocation of 512 MB taken for 2 seconds",
                number(gigabyteSeconds(idle.rounds())),
                number(gigabyteSeconds(idle.rounds() + STEPS * step.invocations())),
                number(FREE_GIGABYTE_SECONDS));
        table.row("metrics of GetMetricData", number(metrics(0)), number(metrics(STEPS)), "none");
        table.row("the same, at $0.01 for 1,000", dollars(metrics(0)), dollars(metrics(STEPS)), "");
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("");
        lines.add(
                "An ordinary step, one replica after a backup, has %d state transitions and %d Lambda invocations, and asks for %,d metrics. A round of the watch asks for %d."
                        .formatted(
                                step.transitions(),
                                step.invocations(),
                                step.metrics(),
                                idle.metrics()));
        return lines;
    }

    private double metrics(int steps) {
        return (double) idle.rounds() * idle.metrics() + (double) steps * step.metrics();
    }

    private static double gigabyteSeconds(int invocations) {
        return invocations * GIGABYTES * SECONDS;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%,.0f", value);
    }

    private static String dollars(double metrics) {
        return String.format(Locale.ROOT, "$%.2f", metrics / 1_000 * A_THOUSAND_METRICS);
    }

    List<Target> targets() {
        return List.of(
                new Target("executions in an idle month", idle.executions(), 0),
                new Target("Lambda invocations in an idle month", idle.rounds(), FREE_INVOCATIONS),
                new Target(
                        "GB-seconds in an idle month",
                        gigabyteSeconds(idle.rounds()),
                        FREE_GIGABYTE_SECONDS),
                new Target(
                        "what GetMetricData costs in an idle month, US dollars",
                        idle.dollars(),
                        MOST_DOLLARS),
                new Target(
                        "state transitions of an ordinary step",
                        step.transitions(),
                        MOST_TRANSITIONS));
    }
}
