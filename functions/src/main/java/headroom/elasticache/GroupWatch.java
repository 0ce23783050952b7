package headroom.elasticache;

import headroom.run.WatchTimes;

import java.time.Duration;

/// How often a group is looked at.
public final class GroupWatch {
    /// The alarms look at a shard as a whole, and some partitions have none of them: a single hot
    /// node is seen by the watch alone, and a cache runs hot within minutes.
    public static final WatchTimes TIMES = new WatchTimes(Duration.ofMinutes(5));

    private GroupWatch() {}
}
