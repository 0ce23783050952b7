package headroom.benchmarks.relief;

import headroom.benchmarks.findings.Target;
import headroom.elasticache.Policy;
import headroom.rehearsal.aws.SimulatedDynamoDb;
import headroom.rehearsal.elasticache.simulation.CacheSetup;
import headroom.rehearsal.elasticache.simulation.CacheSimulation;
import headroom.rehearsal.states.Execution;
import headroom.simulated.elasticache.CacheBehaviour;
import headroom.simulated.elasticache.GroupSetup;
import headroom.simulated.elasticache.load.Clients;
import headroom.simulated.elasticache.load.Flow;
import headroom.simulated.elasticache.load.SlotSet;
import headroom.simulated.elasticache.load.Traffic;
import headroom.simulated.faults.InvocationTimer;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// A step of a group with as many nodes as ElastiCache allows.
///
/// @param nodes at the end
/// @param longest invocation of a function, in virtual time
/// @param answer the largest of a function, in bytes
/// @param asked the most that a state asked of a task, in bytes
/// @param item the largest that was written, in bytes
record LargeGroup(
        int nodes,
        Map.Entry<String, Duration> longest,
        Map.Entry<String, Integer> answer,
        Map.Entry<String, Integer> asked,
        int item) {
    private static final int MOST_NODES = 500;
    private static final int SHARDS = 249;

    /// What a state may hand on.
    private static final int PAYLOAD = 256 * 1024;

    static LargeGroup play() {
        Traffic traffic =
                Traffic.of(
                        Flow.even(SHARDS * 10_000.0, 0.1, Clients.SHARING),
                        Flow.on(SlotSet.range(7_000, 7_009), 160_000, 0.05, Clients.SHARING));
        CacheSetup setup =
                CacheSetup.under(traffic)
                        .of(
                                GroupSetup.of(CacheSetup.GROUP, SHARDS, 1)
                                        .withNodeType(CacheSetup.NODE_TYPE))
                        .with(Policy.upTo(MOST_NODES, 2))
                        .with(CacheBehaviour.ORDINARY.withNodeQuota(MOST_NODES));
        CacheSimulation simulation =
                Played.run(setup, Duration.ZERO, Duration.ofDays(1)).simulation();
        List<Execution> steps = simulation.executions().stream().filter(Played::isStep).toList();
        if (steps.isEmpty()) {
            throw new IllegalStateException(
                    "expected a run that takes a step, came to "
                            + simulation.executions().stream().map(Execution::output).toList());
        }
        return new LargeGroup(
                Outcome.nodes(simulation.elastiCache().shape()),
                simulation.lambda().invocations().highest().orElseThrow(),
                simulation.lambda().answers().highest().orElseThrow(),
                simulation.asked().highest().orElseThrow(),
                simulation.dynamoDb().largest());
    }

    List<String> lines() {
        return List.of(
                "A step of a group that has %d nodes by then, on %d shards: the longest invocation, of %s, takes %.1f seconds of virtual time; the largest answer of a function, of %s, has %,d bytes; the most that a state asks of a task, in %s, is %,d bytes; the lease's item has %,d bytes at the most."
                        .formatted(
                                nodes,
                                SHARDS,
                                longest.getKey(),
                                seconds(),
                                answer.getKey(),
                                answer.getValue(),
                                asked.getKey(),
                                asked.getValue(),
                                item));
    }

    private double seconds() {
        return longest.getValue().toMillis() / 1_000.0;
    }

    List<Target> targets() {
        return List.of(
                new Target(
                        "500 nodes: the longest invocation of a function, s",
                        seconds(),
                        InvocationTimer.LIMIT.toSeconds()),
                new Target(
                        "500 nodes: the largest answer of a function, bytes",
                        answer.getValue(),
                        PAYLOAD),
                new Target(
                        "500 nodes: the most that a state asks of a task, bytes",
                        asked.getValue(),
                        PAYLOAD),
                new Target(
                        "500 nodes: the lease's item, bytes",
                        item,
                        SimulatedDynamoDb.LARGEST_ITEM));
    }
}
