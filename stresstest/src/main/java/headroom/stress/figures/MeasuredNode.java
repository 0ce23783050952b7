package headroom.stress.figures;

import headroom.stress.servers.Server;

/// @param id as ElastiCache names it
/// @param shard the same
/// @param room for data, in bytes
public record MeasuredNode(String id, String shard, Server server, double room) {
    /// Of a core of this machine: what a node has for its commands. About a thousand a second keep
    /// it busy, and the machine has to carry all nodes and their clients.
    public static final double PROCESSOR = 0.09;

    private static final double ALL = 100;

    /// Percent of its room, at this moment.
    public double fullness() {
        return ALL * Sample.data(server.info()) / room;
    }
}
