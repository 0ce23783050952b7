package headroom.simulated.elasticache;

import headroom.simulated.elasticache.load.SlotSet;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// A replication group as somebody made it.
///
/// @param globalDatastore that it belongs to
/// @param backups the daily window, in UTC
/// @param maintenance the weekly window of its members, in UTC
/// @param subnets that its nodes are in
/// @param parameterGroup of its members; one of ElastiCache's own begins with `default.`
/// @param failsOver whether a replica takes over by itself, where there is one
public record GroupSetup(
        String id,
        String engine,
        String version,
        Mode mode,
        String nodeType,
        List<ShardSetup> shards,
        boolean isMultiAz,
        Optional<String> globalDatastore,
        String backups,
        String maintenance,
        List<String> subnets,
        String parameterGroup,
        boolean failsOver) {
    public static final String SUBNET_GROUP = "caches";

    public enum Mode {
        ENABLED,
        DISABLED,
        COMPATIBLE
    }

    /// @param id which its owner may have chosen
    /// @param nodes their identifiers, the primary's first; they may have gaps
    public record ShardSetup(String id, SlotSet slots, List<String> nodes) {
        public ShardSetup {
            nodes = List.copyOf(nodes);
        }
    }

    public GroupSetup {
        shards = List.copyOf(shards);
        subnets = List.copyOf(subnets);
    }

    /// In cluster mode, with slots spread evenly, on cache.r7g.large.
    public static GroupSetup of(String id, int shards, int replicas) {
        List<SlotSet> slots = SlotSet.spread(shards);
        return new GroupSetup(
                id,
                "valkey",
                "8.0.1",
                Mode.ENABLED,
                "cache.r7g.large",
                IntStream.range(0, shards)
                        .mapToObj(
                                each ->
                                        shard(
                                                id,
                                                "%04d".formatted(each + 1),
                                                slots.get(each),
                                                replicas))
                        .toList(),
                true,
                Optional.empty(),
                "01:00-02:00",
                "sun:23:00-mon:01:30",
                List.of("subnet-1", "subnet-2"),
                "default.valkey8",
                true);
    }

    private static ShardSetup shard(String group, String id, SlotSet slots, int replicas) {
        return new ShardSetup(
                id,
                slots,
                IntStream.rangeClosed(1, replicas + 1)
                        .mapToObj(each -> "%s-%s-%03d".formatted(group, id, each))
                        .toList());
    }

    public GroupSetup with(Mode other) {
        return new GroupSetup(
                id,
                engine,
                version,
                other,
                nodeType,
                shards,
                isMultiAz,
                globalDatastore,
                backups,
                maintenance,
                subnets,
                parameterGroup,
                failsOver);
    }

    public GroupSetup withNodeType(String other) {
        return new GroupSetup(
                id,
                engine,
                version,
                mode,
                other,
                shards,
                isMultiAz,
                globalDatastore,
                backups,
                maintenance,
                subnets,
                parameterGroup,
                failsOver);
    }

    public GroupSetup withEngine(String otherEngine, String otherVersion) {
        return new GroupSetup(
                id,
                otherEngine,
                otherVersion,
                mode,
                nodeType,
                shards,
                isMultiAz,
                globalDatastore,
                backups,
                maintenance,
                subnets,
                parameterGroup,
                failsOver);
    }

    public GroupSetup withMultiAz(boolean other) {
        return new GroupSetup(
                id,
                engine,
                version,
                mode,
                nodeType,
                shards,
                other,
                globalDatastore,
                backups,
                maintenance,
                subnets,
                parameterGroup,
                failsOver);
    }

    public GroupSetup inGlobalDatastore(String name) {
        return new GroupSetup(
                id,
                engine,
                version,
                mode,
                nodeType,
                shards,
                isMultiAz,
                Optional.of(name),
                backups,
                maintenance,
                subnets,
                parameterGroup,
                failsOver);
    }

    /// With parameters of the owner's own.
    public GroupSetup withParameters(String group) {
        return new GroupSetup(
                id,
                engine,
                version,
                mode,
                nodeType,
                shards,
                isMultiAz,
                globalDatastore,
                backups,
                maintenance,
                subnets,
                group,
                failsOver);
    }

    /// With automatic failover off.
    public GroupSetup withoutFailover() {
        return new GroupSetup(
                id,
                engine,
                version,
                mode,
                nodeType,
                shards,
                false,
                globalDatastore,
                backups,
                maintenance,
                subnets,
                parameterGroup,
                false);
    }

    /// @param least major and minor, as `7.2`
    boolean isOlderThan(double least) {
        String[] parts = version.split("[.]", -1);
        return Double.parseDouble(parts[0] + "." + parts[1]) < least;
    }

    public GroupSetup withWindows(String ofBackups, String ofMaintenance) {
        return new GroupSetup(
                id,
                engine,
                version,
                mode,
                nodeType,
                shards,
                isMultiAz,
                globalDatastore,
                ofBackups,
                ofMaintenance,
                subnets,
                parameterGroup,
                failsOver);
    }

    /// The same but for its shards: other slots, identifiers or numbers of nodes.
    public GroupSetup withShards(UnaryOperator<List<ShardSetup>> change) {
        return new GroupSetup(
                id,
                engine,
                version,
                mode,
                nodeType,
                change.apply(shards),
                isMultiAz,
                globalDatastore,
                backups,
                maintenance,
                subnets,
                parameterGroup,
                failsOver);
    }
}
