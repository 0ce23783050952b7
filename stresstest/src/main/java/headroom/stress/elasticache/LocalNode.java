package headroom.stress.elasticache;

import headroom.stress.servers.Server;

/// A node of the group.
///
/// @param id as ElastiCache names it
/// @param type as ElastiCache names it
/// @param status as ElastiCache names it
/// @param server that it runs
record LocalNode(String id, String type, String status, Server server) {
    static final String AVAILABLE = "available";
    static final String CREATING = "creating";
    static final String MODIFYING = "modifying";
    static final String SNAPSHOTTING = "snapshotting";

    LocalNode becoming(String next) {
        return new LocalNode(id, type, next, server);
    }
}
