package headroom.elasticache.plan;

import headroom.elasticache.figures.Metric;
import headroom.elasticache.figures.NodeFigures;
import headroom.elasticache.figures.Series;
import headroom.elasticache.figures.ShardFigures;
import headroom.elasticache.group.Member;
import headroom.elasticache.group.Shard;
import headroom.elasticache.group.Slots;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// One shard as a test has it, and the figures that follow from it: each command costs a hundredth
/// of a percent of a node's processor, wherever it is carried out.
///
/// @param cpu percent of the primary's processor
/// @param allCpu percent of all processors of each node, as CPUUtilization has it; empty for what
///   two of them show if only commands are carried out
/// @param memory percent
/// @param slots how many; empty where ElastiCache names none
/// @param read which part of the primary's commands are reads
/// @param replicaReads a second, on each replica
/// @param network percent of the baseline
/// @param opened new connections a second on the primary
/// @param lag of each replica, in seconds
record ShardLoad(
        String id,
        double cpu,
        Optional<Double> allCpu,
        Optional<Double> memory,
        int replicas,
        Optional<Integer> slots,
        double read,
        double replicaReads,
        Optional<Double> network,
        double connections,
        double opened,
        Optional<Double> lag) {
    private static final double COMMANDS = 100;
    private static final double SECONDS = 60;
    private static final int FEWEST_PROCESSORS = 2;
    private static final double BYTES_IN = 6_000_000;

    /// What a replica sends for AWS's own monitoring: no redirections.
    private static final double OWN_BYTES = 6_000;

    private static final Map<Double, Series> SERIES = new ConcurrentHashMap<>();

    /// @param first its first slot
    /// @param unsettled members that are not available
    Shard shard(String type, int first, List<String> unsettled, Optional<String> pending) {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i <= replicas; i++) {
            String name = "sessions-%s-%03d".formatted(id, i + 1);
            members.add(
                    new Member(
                            name,
                            "0001",
                            unsettled.contains(name) ? "creating" : "available",
                            type,
                            Optional.empty(),
                            pending));
        }
        return new Shard(
                id,
                "available",
                slots.map(
                        each ->
                                each == 0
                                        ? new Slots(List.of())
                                        : new Slots(
                                                List.of(new Slots.Range(first, first + each - 1)))),
                members);
    }

    ShardFigures figures(Shard shard, Instant from) {
        double commands = cpu * COMMANDS;
        List<NodeFigures> nodes = new ArrayList<>();
        for (Member each : shard.members()) {
            boolean isPrimary = nodes.isEmpty();
            double writes = commands * (1 - read);
            nodes.add(
                    isPrimary
                            ? node(each, commands, commands * read, writes, opened, true, from)
                            : node(
                                    each,
                                    writes + replicaReads,
                                    replicaReads,
                                    writes,
                                    0,
                                    false,
                                    from));
        }
        return new ShardFigures(
                shard, Optional.of(nodes.getFirst()), nodes.subList(1, nodes.size()));
    }

    private NodeFigures node(
            Member member,
            double commands,
            double reads,
            double writes,
            double newConnections,
            boolean isPrimary,
            Instant from) {
        Map<Metric, Series> series = new EnumMap<>(Metric.class);
        series.put(Metric.ENGINE_CPU, minutes(commands / COMMANDS, from));
        series.put(
                Metric.CPU, minutes(allCpu.orElse(commands / COMMANDS / FEWEST_PROCESSORS), from));
        series.put(Metric.BYTES_IN, minutes(BYTES_IN, from));
        series.put(Metric.BYTES_OUT, minutes(isPrimary ? BYTES_IN : OWN_BYTES, from));
        series.put(Metric.COMMANDS, minutes(commands * SECONDS, from));
        series.put(Metric.READS, minutes(reads * SECONDS, from));
        series.put(Metric.WRITES, minutes(writes * SECONDS, from));
        series.put(Metric.NEW_CONNECTIONS, minutes(newConnections * SECONDS, from));
        series.put(Metric.CONNECTIONS, minutes(connections, from));
        memory.ifPresent(each -> series.put(Metric.MEMORY, minutes(each, from)));
        network.ifPresent(each -> series.put(Metric.BASELINE_IN, minutes(each / 2, from)));
        network.ifPresent(each -> series.put(Metric.BASELINE_OUT, minutes(each, from)));
        lag.filter(_ -> !isPrimary).ifPresent(each -> series.put(Metric.LAG, minutes(each, from)));
        return new NodeFigures(member, series);
    }

    /// The same each minute, in as few of them as are enough.
    private static Series minutes(double value, Instant from) {
        return SERIES.computeIfAbsent(
                value,
                _ -> {
                    NavigableMap<Instant, Double> minutes = new TreeMap<>();
                    for (int i = 0; i < Series.ENOUGH; i++) {
                        minutes.put(from.plusSeconds(60L * i), value);
                    }
                    return new Series(minutes);
                });
    }
}
