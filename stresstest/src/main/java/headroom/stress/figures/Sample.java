package headroom.stress.figures;

import headroom.simulated.elasticache.load.NodeMetric;
import headroom.stress.servers.Info;
import headroom.stress.servers.OwnTraffic;
import headroom.stress.servers.Server;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/// What a server said of itself at a moment.
///
/// @param at in real time
/// @param own what this program had asked of it by then
record Sample(Server server, Info info, OwnTraffic own, Instant at) {
    /// As many as the node type has for which scenes are made.
    private static final double PROCESSORS = 4;

    private static final double MINUTE = 60;
    private static final double ALL = 100;

    static Sample of(Server server, Instant now) {
        Info info = server.info();
        return new Sample(server, info, server.ownTraffic(), now);
    }

    /// What CloudWatch is told of the time since an earlier sample of the same server.
    ///
    /// @param room for data, in bytes
    Map<NodeMetric, Double> since(Sample earlier, double room) {
        double seconds = Duration.between(earlier.at, at).toNanos() / 1e9;
        var change = new Change(earlier, this, MINUTE / seconds);
        double engine =
                change.of("used_cpu_user_main_thread") + change.of("used_cpu_sys_main_thread");
        double all = change.of("used_cpu_user") + change.of("used_cpu_sys");
        Map<NodeMetric, Double> figures = new EnumMap<>(NodeMetric.class);
        figures.put(
                NodeMetric.ENGINE_CPU,
                Math.min(ALL, ALL * engine / MINUTE / MeasuredNode.PROCESSOR));
        figures.put(
                NodeMetric.CPU,
                Math.min(ALL, ALL * all / MINUTE / MeasuredNode.PROCESSOR / PROCESSORS));
        figures.put(NodeMetric.MEMORY, ALL * data() / room);
        figures.put(NodeMetric.USED, data());
        figures.put(NodeMetric.EVICTIONS, change.of("evicted_keys"));
        figures.put(NodeMetric.CONNECTIONS, info.number("connected_clients") - own.connections());
        figures.put(
                NodeMetric.NEW_CONNECTIONS,
                change.of("total_connections_received", OwnTraffic::connections));
        figures.put(
                NodeMetric.COMMANDS, change.of("total_commands_processed", OwnTraffic::commands));
        figures.put(NodeMetric.READS, change.of(each -> each.calls("get")));
        figures.put(NodeMetric.WRITES, change.of(each -> each.calls("set")));
        figures.put(
                NodeMetric.BYTES_IN,
                change.of("total_net_input_bytes", OwnTraffic::sent)
                        + change.of("total_net_repl_input_bytes"));
        figures.put(
                NodeMetric.BYTES_OUT,
                change.of("total_net_output_bytes", OwnTraffic::received)
                        + change.of("total_net_repl_output_bytes"));
        figures.put(NodeMetric.IS_MASTER, info.isPrimary() ? 1.0 : 0.0);
        figures.put(NodeMetric.SAVING, info.number("rdb_bgsave_in_progress"));
        if (!info.isPrimary()) {
            figures.put(
                    NodeMetric.LAG,
                    info.isInSync()
                            ? info.number("master_last_io_seconds_ago")
                            : info.number("master_link_down_since_seconds"));
        }
        return figures;
    }

    /// What the server takes for keys and values. The rest is what it takes for itself and for its
    /// connections, which no node type scales.
    private double data() {
        return data(info);
    }

    static double data(Info info) {
        return info.number("used_memory")
                - info.number("used_memory_startup")
                - info.number("mem_clients_normal")
                - info.number("mem_clients_slaves")
                - info.number("mem_replication_backlog")
                - info.number("mem_cluster_links");
    }

    /// @param perMinute how often the time between the two is in a minute
    private record Change(Sample from, Sample to, double perMinute) {
        double of(String counter) {
            return of(each -> each.number(counter));
        }

        double of(ToDoubleFunction<Info> counter) {
            return perMinute * (counter.applyAsDouble(to.info) - counter.applyAsDouble(from.info));
        }

        double of(String counter, ToLongFunction<OwnTraffic> own) {
            long ours = own.applyAsLong(to.own) - own.applyAsLong(from.own);
            return Math.max(0, of(counter) - perMinute * ours);
        }
    }
}
