package headroom.benchmarks.relief;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.elasticache.CacheSettings;
import headroom.elasticache.Policy;
import headroom.rehearsal.elasticache.simulation.CacheSetup;
import headroom.settings.Switch;
import headroom.simulated.elasticache.GroupSetup;
import headroom.simulated.elasticache.load.Clients;
import headroom.simulated.elasticache.load.Flow;
import headroom.simulated.elasticache.load.SlotSet;
import headroom.simulated.elasticache.load.Traffic;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Application Auto Scaling and the oracle, of loads that are reckoned by hand: a node carries out
/// 125,000 commands a second.
final class ModelsTest {
    private static final Instant ALARM = World.START.plus(Duration.ofMinutes(20));

    /// Three primaries at 75 %: a fifth of three shards more is one, each with a replica.
    private static final Traffic WRITES = Traffic.of(Flow.even(281_000, 1, Clients.ORDINARY));

    /// One of three shards has it all: one at 75 %, and the others idle.
    private static final Traffic HOT =
            Traffic.of(Flow.on(SlotSet.range(7_000, 7_009), 180_000, 0.01, Clients.SHARING));

    @Test
    void autoScalingAddsAFifthOfTheShards() {
        assertEquals(2, AutoScaling.play(story(Cause.EVEN_WRITES, WRITES), ALARM).nodes());
    }

    @Test
    void autoScalingSeesNoHotShard() {
        assertEquals(
                new Outcome(0, Optional.empty()),
                AutoScaling.play(story(Cause.HOT_READS, HOT), ALARM));
    }

    @Test
    void autoScalingAddsReplicasToAllShards() {
        Traffic reads =
                Traffic.of(
                        Flow.even(
                                281_000,
                                0.01,
                                Clients.SHARING.from(Clients.ReadsFrom.REPLICAS, true)));
        assertEquals(3, AutoScaling.play(story(Cause.EVEN_READS, reads), ALARM).nodes());
    }

    /// The node is there at the end of the eighth minute, which is measured with it.
    @Test
    void theOracleGivesAHotShardItsReplicaAtOnce() {
        Outcome outcome = new Oracle(story(Cause.HOT_READS, HOT), ALARM).play();
        assertEquals(1, outcome.nodes());
        assertEquals(Optional.of(Duration.ofMinutes(7)), outcome.relief());
    }

    /// At 75 % of three, four shards come to 56 %, and two more to no more than 90 % at twice that.
    @Test
    void theOracleBuysWhatItsOwnerWants() {
        assertEquals(4, new Oracle(story(Cause.EVEN_WRITES, WRITES), ALARM).play().nodes());
    }

    @Test
    void theOracleBuysNothingForClientsFaults() {
        assertEquals(0, new Oracle(story(Cause.UNUSED, WRITES), ALARM).play().nodes());
    }

    private static Story story(Cause cause, Traffic traffic) {
        CacheSetup setup =
                CacheSetup.under(traffic)
                        .of(
                                GroupSetup.of(CacheSetup.GROUP, 3, 1)
                                        .withNodeType(CacheSetup.NODE_TYPE))
                        .with(Policy.upTo(8, 3).with(CacheSettings.BACKUP, Switch.OFF));
        return new Story(0, cause, false, setup, Optional.empty());
    }
}
