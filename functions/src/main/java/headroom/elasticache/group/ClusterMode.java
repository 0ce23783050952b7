package headroom.elasticache.group;

import java.util.Locale;

/// Whether clients speak the cluster protocol.
public enum ClusterMode {
    ENABLED,
    /// One shard, and no way to have more.
    DISABLED,
    /// Between the two: both are spoken, and ElastiCache scales nothing.
    COMPATIBLE,
    /// A word that is listed nowhere.
    UNKNOWN;

    /// ElastiCache's.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
