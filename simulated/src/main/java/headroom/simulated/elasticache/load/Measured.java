package headroom.simulated.elasticache.load;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/// One node in one minute.
///
/// @param work that it did, by the second
/// @param thread how much of the one thread it was asked for
/// @param data in bytes, that it should keep
record Measured(Costs costs, Shape.Node node, Work work, double thread, double data) {
    private static final double SECONDS = 60;
    private static final double BITS = 8;
    private static final double PERCENT = 100;

    /// Of the one thread, without any client.
    private static final double IDLE_ENGINE = 0.2;

    /// Of one processor: AWS's own work beside the engine.
    private static final double AGENTS = 3;

    /// What the network and the threads beside cost for each percent of the one thread.
    private static final double BESIDE = 0.25;

    /// A backup, or a full copy for a replica, takes half a processor.
    private static final double SAVING = 50;

    /// Bytes a second that monitoring and the cluster's own talk need, measured.
    private static final double TALK_IN = 3_300;

    private static final double TALK_OUT = 2_800;

    /// What the stream to replicas is kept in, and what a connection needs.
    private static final double BACKLOG = 1024.0 * 1024;

    private static final double OF_CONNECTION = 20_000;

    /// How long a connection for one command stays open.
    private static final double SHORT_LIVED = 0.005;

    private static final double PACKET = 1_500;

    /// Two for a command and its answer, ten to open and close a connection.
    private static final double OF_COMMAND = 2;

    private static final double TO_OPEN = 10;

    /// Packets a second that a node is allowed, for each bit a second of its burst.
    private static final double ALLOWED = 1.0 / 10_000;

    /// Much more asked for than can be done.
    private static final double OVERRUN = 1.2;

    boolean isFull() {
        return data >= node.kind().room();
    }

    Map<NodeMetric, Double> figures(Noise noise, Instant minute) {
        Map<NodeMetric, Double> all = new EnumMap<>(NodeMetric.class);
        double engine = Math.min(PERCENT, Math.min(1, thread) * PERCENT + IDLE_ENGINE);
        all.put(NodeMetric.ENGINE_CPU, engine);
        all.put(NodeMetric.CPU, processors(engine, noise.around(0.2, node.id(), minute)));
        memory(all);
        commands(all);
        network(all);
        all.put(NodeMetric.MANAGED, thread > OVERRUN ? 1.0 : 0.0);
        all.put(NodeMetric.IS_MASTER, node.claims() ? 1.0 : 0.0);
        all.put(NodeMetric.SAVING, node.saving() ? 1.0 : 0.0);
        return all;
    }

    private double processors(double engine, double waves) {
        double used = engine * (1 + BESIDE) + AGENTS * waves + (node.saving() ? SAVING : 0);
        return Math.min(PERCENT, used / node.kind().processors());
    }

    private void memory(Map<NodeMetric, Double> all) {
        double kept = Math.min(data, node.kind().room());
        all.put(NodeMetric.MEMORY, PERCENT * kept / node.kind().room());
        all.put(NodeMetric.USED, kept + BACKLOG + connections() * OF_CONNECTION);
    }

    private double connections() {
        return Math.rint(
                costs.monitoring().connections() + work.kept() + work.opened() * SHORT_LIVED);
    }

    private void commands(Map<NodeMetric, Double> all) {
        all.put(NodeMetric.CONNECTIONS, connections());
        all.put(NodeMetric.NEW_CONNECTIONS, count(work.opened() + costs.monitoring().opened()));
        all.put(NodeMetric.READS, count(work.reads()));
        all.put(NodeMetric.WRITES, count(work.writes() + work.applied()));
        all.put(NodeMetric.COMMANDS, count(processed()));
    }

    private double processed() {
        double carriedOut = work.reads() + work.writes() + work.applied();
        return costs.counting().redirections() ? carriedOut + work.redirected() : carriedOut;
    }

    private void network(Map<NodeMetric, Double> all) {
        boolean counts = costs.counting().replication();
        double in = TALK_IN + work.in() + (counts && !node.primary() ? work.stream() : 0);
        double out = TALK_OUT + work.out() + (counts && node.primary() ? work.stream() : 0);
        all.put(NodeMetric.BYTES_IN, count(in));
        all.put(NodeMetric.BYTES_OUT, count(out));
        all.put(NodeMetric.BASELINE_IN, PERCENT * in * BITS / node.kind().base());
        all.put(NodeMetric.BASELINE_OUT, PERCENT * out * BITS / node.kind().base());
        all.put(NodeMetric.IN_EXCEEDED, dropped(in));
        all.put(NodeMetric.OUT_EXCEEDED, dropped(out));
        double packets = processed() * OF_COMMAND + work.opened() * TO_OPEN;
        double allowed = node.kind().burst() * ALLOWED;
        all.put(NodeMetric.PACKETS_EXCEEDED, count(Math.max(0, packets - allowed)));
    }

    /// Over what the node's network ever carries.
    private double dropped(double bytes) {
        return count(Math.max(0, bytes - node.kind().burst() / BITS) / PACKET);
    }

    private static double count(double perSecond) {
        return Math.rint(perSecond * SECONDS);
    }
}
