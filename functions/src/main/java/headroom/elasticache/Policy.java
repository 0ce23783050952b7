package headroom.elasticache;

import headroom.settings.Setting;
import headroom.settings.Switch;
import headroom.settings.Values;
import headroom.settings.Window;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// What the group's owner has decided beforehand about its steps.
///
/// @param values of [CacheSettings#OF_POLICY]
public record Policy(Values values) {
    /// As often as ElastiCache reports.
    public static final Duration ALARM_PERIOD = Duration.ofMinutes(1);

    /// How many periods in a row have to reach the level before an alarm speaks: less is a spike,
    /// which no step is for.
    public static final int ALARM_PERIODS = 5;

    /// What a careful person would choose who has decided on nothing but the ceilings.
    public static Policy upTo(int maxShards, int maxReplicasPerShard) {
        return new Policy(Values.usual(CacheSettings.OF_POLICY))
                .with(CacheSettings.MAX_SHARDS, maxShards)
                .with(CacheSettings.MAX_REPLICAS_PER_SHARD, maxReplicasPerShard);
    }

    /// The same policy but for one setting.
    public <T> Policy with(Setting<T> setting, T value) {
        return new Policy(values.with(setting, value));
    }

    public int maxShards() {
        return values.get(CacheSettings.MAX_SHARDS);
    }

    public int maxReplicasPerShard() {
        return values.get(CacheSettings.MAX_REPLICAS_PER_SHARD);
    }

    /// Empty if no step may change the node type.
    public Optional<String> largestNodeType() {
        return values.find(CacheSettings.LARGEST_NODE_TYPE);
    }

    public int cpuPercent() {
        return values.get(CacheSettings.CPU_PERCENT);
    }

    public int memoryPercent() {
        return values.get(CacheSettings.MEMORY_PERCENT);
    }

    public double headroomFactor() {
        return values.get(CacheSettings.HEADROOM_FACTOR);
    }

    public int maxStep() {
        return values.get(CacheSettings.MAX_STEP);
    }

    public Mode mode() {
        return values.get(CacheSettings.MODE);
    }

    /// Empty for always.
    public Optional<Window> window() {
        return values.get(CacheSettings.WINDOW);
    }

    public boolean scalesDespiteClientFaults() {
        return values.get(CacheSettings.CLIENT_FAULTS) == ClientFaults.SCALE_ANYWAY;
    }

    public boolean replicaReadsMayMiss() {
        return values.get(CacheSettings.REPLICA_READS_MAY_MISS) == ReadsMayMiss.YES;
    }

    /// Whether a person's message may change the cluster mode.
    public boolean migrates() {
        return values.get(CacheSettings.CLUSTER_MODE_MIGRATION) == Migration.YES;
    }

    public boolean backup() {
        return values.get(CacheSettings.BACKUP) == Switch.ON;
    }

    /// For people, behind the group's name.
    public String inWords() {
        return "at most %d shards and %d replicas on each, %s, ready for %s times the load, %d more shards in a step at most, mode %s, %s, %s a backup"
                .formatted(
                        maxShards(),
                        maxReplicasPerShard(),
                        largestNodeType()
                                .map(each -> "node types up to " + each)
                                .orElse("never another node type"),
                        headroomFactor(),
                        maxStep(),
                        mode().name().toLowerCase(Locale.ROOT),
                        window().map(each -> "window " + each).orElse("at any time"),
                        backup() ? "with" : "without");
    }

    public enum Mode {
        /// Operators are told, and nothing is done unless a person asks for it.
        OBSERVE,
        /// The plan is reported, and a person's message carries it out.
        ASK,
        /// The alarm is enough.
        AUTO
    }

    /// For a critical group whose clients are at fault.
    public enum ClientFaults {
        HOLD,
        SCALE_ANYWAY
    }

    /// From cluster mode disabled to enabled, by a person's message.
    public enum Migration {
        NO,
        YES
    }

    /// Of keys that are read from replicas while their slots move.
    public enum ReadsMayMiss {
        NO,
        YES
    }
}
