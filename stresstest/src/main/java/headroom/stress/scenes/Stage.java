package headroom.stress.scenes;

import headroom.elasticache.Policy;
import headroom.rehearsal.simulation.Account;
import headroom.rehearsal.states.Execution;
import headroom.simulated.elasticache.ElastiCacheFaults;
import headroom.simulated.elasticache.load.NodeMetric;
import headroom.stress.clients.Errors;
import headroom.stress.clients.JedisClient;
import headroom.stress.clients.Ledger;
import headroom.stress.clients.Load;
import headroom.stress.clients.Route;
import headroom.stress.course.RealSimulation;
import headroom.stress.course.RealTime;
import headroom.stress.elasticache.Changes;
import headroom.stress.elasticache.Interruption;
import headroom.stress.elasticache.LocalGroup;
import headroom.stress.elasticache.Nodes;
import headroom.stress.figures.MeasuredNode;
import headroom.stress.figures.MeasuredSeries;
import headroom.stress.servers.Servers;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/// Servers, and Headroom over them, for one scene.
final class Stage implements AutoCloseable {
    static final String GROUP = "sessions";
    static final String NODE_TYPE = "cache.r7g.xlarge";

    /// Of all that a scene runs, in bytes: servers, clients, and this program.
    static final long MOST_MEMORY = 1_500_000_000L;

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /// Of the real time that a minute takes, below which a sample tells nothing.
    private static final double ENOUGH = 0.3;

    /// Minutes.
    private static final int LATELY = 5;

    private final Clock clock = Clock.systemUTC();
    private final Instant begun = clock.instant();
    private final Servers servers;
    private final LocalGroup group;
    private final Changes changes;
    private final MeasuredSeries series;
    private final RealSimulation simulation;
    private final RealTime time;
    private final Ledger ledger = new Ledger();
    private final Errors errors = new Errors(clock);
    private final Timeline timeline;
    private long memory;

    private Stage(
            Servers servers, Means means, Ground ground, Policy policy, Interruption interruption) {
        this.servers = servers;
        Nodes nodes = new Nodes(servers);
        group = nodes.group(GROUP, NODE_TYPE, ground.shards(), ground.nodesEach());
        Account account = new Account(ElastiCacheFaults.KINDS, List.of());
        changes = new Changes(nodes, group, account.scheduler().clock(), interruption);
        series =
                new MeasuredSeries(
                        GROUP,
                        group::measured,
                        account.scheduler(),
                        clock,
                        Duration.ofNanos((long) (RealTime.real(MINUTE).toNanos() * ENOUGH)));
        simulation =
                new RealSimulation(
                        account, GROUP, policy, new RealSimulation.Ground(group, changes, series));
        time = new RealTime(account.scheduler(), clock);
        timeline = new Timeline(account.scheduler(), clock, errors);
        weigh();
        simulation.journal().tell(means.listener());
    }

    /// @param nodesEach of each shard
    record Ground(int shards, int nodesEach) {}

    static Stage open(Means means, Ground ground, Policy policy) throws IOException {
        return open(means, ground, policy, Interruption.NONE);
    }

    static Stage open(Means means, Ground ground, Policy policy, Interruption interruption)
            throws IOException {
        Servers servers = Servers.open(means.binary());
        try {
            return new Stage(servers, means, ground, policy, interruption);
        } catch (RuntimeException broken) {
            servers.close();
            throw broken;
        }
    }

    private void weigh() {
        simulation
                .scheduler()
                .after(
                        MINUTE,
                        () -> {
                            Runtime own = Runtime.getRuntime();
                            memory = Math.max(memory, servers.memory() + own.totalMemory());
                            weigh();
                        });
    }

    LocalGroup group() {
        return group;
    }

    Changes changes() {
        return changes;
    }

    MeasuredSeries series() {
        return series;
    }

    RealSimulation simulation() {
        return simulation;
    }

    RealTime time() {
        return time;
    }

    Ledger ledger() {
        return ledger;
    }

    Errors errors() {
        return errors;
    }

    Clock clock() {
        return clock;
    }

    /// Whether a step was measured, and its run has ended.
    boolean isMeasured() {
        return !simulation.answers().effects().isEmpty()
                && simulation.executions().stream().noneMatch(Execution::isRunning);
    }

    /// A load of this stage's clients, which the picture of the scene shows.
    Load load(Load.Shape shape, double rate) {
        Load load = new Load(shape, rate, ledger, errors, clock);
        timeline.watch(load);
        return load;
    }

    /// Of a server that a client can begin with.
    int port() {
        return changes.servers().getFirst().port();
    }

    /// Where keys are now.
    Route route() {
        return new Route(changes.servers().getFirst().nodes());
    }

    /// Percent, of the busiest node over the newest minutes; zero if that is not known.
    double busiest(int minutes) {
        return group.measured().stream()
                .mapToDouble(
                        each -> series.mean(each.id(), NodeMetric.ENGINE_CPU, minutes).orElse(0.0))
                .max()
                .orElse(0);
    }

    /// Percent of memory, of the node that has least left.
    double fullest() {
        return group.measured().stream().mapToDouble(MeasuredNode::fullness).max().orElse(0);
    }

    /// What each node served lately, in commands a second, and how busy that kept it.
    String served() {
        return group.measured().stream()
                .map(
                        each ->
                                "%s %.0f and %.0f at %.0f %%"
                                        .formatted(
                                                each.id(),
                                                mean(each, NodeMetric.READS) / MINUTE.toSeconds(),
                                                mean(each, NodeMetric.WRITES) / MINUTE.toSeconds(),
                                                mean(each, NodeMetric.ENGINE_CPU)))
                .collect(Collectors.joining(", "));
    }

    private double mean(MeasuredNode node, NodeMetric metric) {
        return series.mean(node.id(), metric, LATELY).orElse(0.0);
    }

    /// How the writes fared, and what everything took.
    void conclude(Findings findings) {
        List<String> lost;
        try (JedisClient reader = new JedisClient(port(), JedisClient.Reads.PRIMARIES)) {
            lost = ledger.lost(reader);
        }
        findings.outline(simulation.answers().outline());
        findings.picture(title -> timeline.picture(title, series, changes));
        findings.tell("server", changes.servers().getFirst().info().program());
        findings.tell("acknowledged writes", ledger.size());
        findings.tell("memory at most", "%d MB".formatted(memory / 1_000_000));
        findings.tell(
                "real time",
                "%d s".formatted(Duration.between(begun, clock.instant()).toSeconds()));
        findings.promise("acknowledged writes lost: none", lost.isEmpty(), lost.size());
        findings.promise("each slot is held once", changes.isWhole(), group.slotsByShard());
        findings.promise(
                "at most 1,500 MB of memory",
                memory <= MOST_MEMORY,
                "%d MB".formatted(memory / 1_000_000));
    }

    @Override
    public void close() {
        servers.close();
    }
}
