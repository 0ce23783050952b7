package headroom.redshift;

import headroom.run.WatchTimes;

import java.time.Duration;

/// How often a cluster is looked at.
public final class ClusterWatch {
    /// Four times an hour: within the free tiers, and often enough for a pause that is counted in
    /// hours.
    public static final WatchTimes TIMES = new WatchTimes(Duration.ofMinutes(15));

    private ClusterWatch() {}
}
