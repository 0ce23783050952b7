package headroom.elasticache;

import headroom.elasticache.Policy.ClientFaults;
import headroom.elasticache.Policy.Migration;
import headroom.elasticache.Policy.Mode;
import headroom.elasticache.Policy.ReadsMayMiss;
import headroom.settings.Setting;
import headroom.settings.Switch;
import headroom.settings.Type.Choice;
import headroom.settings.Type.Decimal;
import headroom.settings.Type.Hours;
import headroom.settings.Type.Text;
import headroom.settings.Type.WholeNumber;
import headroom.settings.Window;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// All settings that the functions of one replication group are told.
public final class CacheSettings {
    public static final Setting<String> REPLICATION_GROUP =
            Setting.required(
                    "replicationGroup",
                    // ElastiCache's own rule, in the lower case that it stores.
                    new Text("(?=.{1,40}$)[a-z][a-z0-9]*(-[a-z0-9]+)*"),
                    "the ElastiCache replication group's identifier: at most 40 lower-case letters,"
                            + " digits and single hyphens, with a letter first and no hyphen last",
                    "sessions");

    /// ElastiCache has 500 nodes a group at the most.
    public static final Setting<Integer> MAX_SHARDS =
            Setting.required(
                    "maxShards",
                    new WholeNumber(1, 500),
                    "the number of shards that no step goes above",
                    "6");

    /// ElastiCache's own bound.
    public static final Setting<Integer> MAX_REPLICAS_PER_SHARD =
            Setting.required(
                    "maxReplicasPerShard",
                    new WholeNumber(0, 5),
                    "the number of replicas on one shard that no step goes above",
                    "3");

    public static final Setting<String> LARGEST_NODE_TYPE =
            Setting.optional(
                    "largestNodeType",
                    new Text("cache\\.[a-z0-9]+\\.[a-z0-9]+"),
                    "the node type that no step goes above; without it no step changes the node"
                            + " type",
                    "cache.r7g.2xlarge");

    public static final Setting<Integer> CPU_PERCENT =
            Setting.usual(
                    "cpuPercent",
                    new WholeNumber(1, 95),
                    "the use of the engine's processor from which the alarm asks for room",
                    70);

    public static final Setting<Integer> MEMORY_PERCENT =
            Setting.usual(
                    "memoryPercent",
                    new WholeNumber(1, 95),
                    "the use of memory from which the alarm asks for room",
                    75);

    public static final Setting<Double> HEADROOM_FACTOR =
            Setting.usual(
                    "headroomFactor",
                    new Decimal(1, 10),
                    "how many times today's load a group should carry after a step",
                    2.0);

    public static final Setting<Integer> MAX_STEP =
            Setting.usual(
                    "maxStep",
                    new WholeNumber(1, 100),
                    "by how many shards one step grows at the most",
                    2);

    public static final Setting<Mode> MODE =
            Setting.usual(
                    "mode",
                    new Choice<>(List.of(Mode.values())),
                    "whether Headroom only tells what it sees, or reports a plan that a person's"
                            + " message carries out, or acts by itself",
                    Mode.AUTO);

    public static final Setting<Optional<Window>> WINDOW =
            new Setting<>(
                    "window",
                    new Hours(),
                    "the hours in which a step may begin unasked, from one time to a different one",
                    "SAT,SUN 01:00-05:00 Europe/Berlin",
                    Optional.of(Optional.empty()),
                    false);

    public static final Setting<ClientFaults> CLIENT_FAULTS =
            Setting.usual(
                    "clientFaults",
                    new Choice<>(List.of(ClientFaults.values())),
                    "what becomes of a critical group whose clients are at fault: it is left as it"
                            + " is, or takes one step anyway",
                    ClientFaults.HOLD);

    public static final Setting<ReadsMayMiss> REPLICA_READS_MAY_MISS =
            Setting.usual(
                    "replicaReadsMayMiss",
                    new Choice<>(List.of(ReadsMayMiss.values())),
                    "whether a key that is read from a replica may seem missing while its slot"
                            + " moves, as before Valkey 8.0 it does",
                    ReadsMayMiss.NO);

    public static final Setting<Migration> CLUSTER_MODE_MIGRATION =
            Setting.usual(
                    "clusterModeMigration",
                    new Choice<>(List.of(Migration.values())),
                    "whether a person's message may take the group from cluster mode disabled to"
                            + " enabled; nothing else ever does",
                    Migration.NO);

    public static final Setting<Switch> BACKUP =
            Setting.usual(
                    "backup",
                    new Choice<>(List.of(Switch.values())),
                    "whether a backup is taken before each step; if it fails there is no step",
                    Switch.ON);

    /// ElastiCache takes twenty of a node within a day.
    public static final Setting<Integer> BACKUP_RETENTION =
            Setting.usual(
                    "backupRetention",
                    new WholeNumber(1, 20),
                    "how many of Headroom's own backups of the group are kept",
                    3);

    /// What is decided beforehand about steps.
    public static final List<Setting<?>> OF_POLICY =
            List.of(
                    MAX_SHARDS,
                    MAX_REPLICAS_PER_SHARD,
                    LARGEST_NODE_TYPE,
                    CPU_PERCENT,
                    MEMORY_PERCENT,
                    HEADROOM_FACTOR,
                    MAX_STEP,
                    MODE,
                    WINDOW,
                    CLIENT_FAULTS,
                    REPLICA_READS_MAY_MISS,
                    CLUSTER_MODE_MIGRATION,
                    BACKUP);

    /// In the order in which they are explained.
    public static final List<Setting<?>> ALL =
            Stream.of(List.of(REPLICATION_GROUP), OF_POLICY, List.of(BACKUP_RETENTION))
                    .<Setting<?>>flatMap(List::stream)
                    .toList();

    private CacheSettings() {}
}
