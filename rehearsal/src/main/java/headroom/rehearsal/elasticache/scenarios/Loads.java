package headroom.rehearsal.elasticache.scenarios;

import headroom.simulated.elasticache.load.Clients;
import headroom.simulated.elasticache.load.Clients.Connecting;
import headroom.simulated.elasticache.load.Clients.ReadsFrom;
import headroom.simulated.elasticache.load.Course;
import headroom.simulated.elasticache.load.Data;
import headroom.simulated.elasticache.load.Flow;
import headroom.simulated.elasticache.load.SlotSet;
import headroom.simulated.elasticache.load.Traffic;

import java.time.Duration;

/// What clients do in more than one scenario, made for three shards with a replica each.
final class Loads {
    /// In bytes: what three nodes of the usual type have for keys.
    static final double ROOM = 3 * 21.2e9;

    private static final SlotSet SECOND = SlotSet.spread(3).get(1);

    /// Reads of the second shard's keys grow; everybody shares them with replicas.
    static final Traffic HOT_SHARD =
            Traffic.of(
                            Flow.even(60_000, 0.1, Clients.SHARING),
                            Flow.on(SECOND, 135_000, 0.05, Clients.SHARING))
                    .with(growing(0.3));

    /// Far below any limit.
    static final Traffic QUIET = Traffic.of(Flow.even(60_000, 0.1, Clients.SHARING));

    /// Writes grow on all shards.
    static final Traffic WRITES =
            Traffic.of(Flow.even(275_000, 0.8, Clients.SHARING)).with(growing(0.2));

    /// Keys are added, and stay.
    static final Traffic MEMORY = QUIET.with(Data.of(0.73 * ROOM).growing(0.06 * ROOM));

    /// One key of the second shard is large.
    static final Traffic BIG_KEY =
            QUIET.with(Data.of(0.3 * ROOM).withHuge(7_000, 0.15 * ROOM).growing(0.02 * ROOM));

    /// All that one hash tag holds is written.
    static final Traffic HOT_KEY =
            Traffic.of(
                            Flow.even(60_000, 0.2, Clients.SHARING),
                            Flow.on(SlotSet.of(7_000), 78_000, 0.8, Clients.SHARING))
                    .with(growing(0.2));

    /// A connection is opened for each command.
    static final Traffic CHURN =
            Traffic.of(
                            Flow.even(
                                    98_000,
                                    0.1,
                                    Clients.ORDINARY.with(Connecting.ONE_FOR_EACH_COMMAND)))
                    .with(growing(0.2));

    /// Reads are sent to replicas, which redirect them, as nobody has said READONLY.
    static final Traffic NO_READONLY = reads(Clients.SHARING.from(ReadsFrom.REPLICAS, false));

    /// Reads are sent to primaries alone.
    static final Traffic PRIMARIES_ALONE = reads(Clients.ORDINARY);

    /// Reads are sent to replicas alone.
    static final Traffic REPLICAS_ALONE = reads(Clients.SHARING.from(ReadsFrom.REPLICAS, true));

    /// For a group of one shard.
    static final Traffic ONE_SHARD_READS =
            Traffic.of(Flow.even(150_000, 0.05, Clients.SHARING)).with(growing(0.25));

    /// For a group of one shard.
    static final Traffic ONE_SHARD_WRITES =
            Traffic.of(Flow.even(92_000, 0.8, Clients.SHARING)).with(growing(0.2));

    /// For a group of one shard, far below any limit.
    static final Traffic ONE_SHARD_QUIET = Traffic.of(Flow.even(20_000, 0.1, Clients.SHARING));

    /// For a group of one shard. A connection is opened for each command.
    static final Traffic ONE_SHARD_CHURN =
            Traffic.of(
                    Flow.even(5_000, 0.1, Clients.ORDINARY.with(Connecting.ONE_FOR_EACH_COMMAND)));

    /// As the hot shard, by clients that look at the topology once, when they start.
    static final Traffic NEVER_REFRESHED = HOT_SHARD.by(Clients.SHARING.knowing(1));

    private Loads() {}

    /// For an hour, after which the alarm has spoken.
    private static Course growing(double anHour) {
        return Course.growing(anHour).until(Duration.ofMinutes(45));
    }

    private static Traffic reads(Clients clients) {
        return Traffic.of(Flow.even(245_000, 0.1, clients)).with(growing(0.25));
    }

    /// For three minutes there is eight times as much.
    static Traffic spike() {
        return QUIET.with(
                Course.STEADY.with(
                        new Course.Spike(Duration.ofMinutes(20), Duration.ofMinutes(3), 12)));
    }
}
