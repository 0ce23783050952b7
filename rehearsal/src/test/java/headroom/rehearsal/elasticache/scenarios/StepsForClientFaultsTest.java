package headroom.rehearsal.elasticache.scenarios;

import headroom.elasticache.CacheSettings;
import headroom.elasticache.Policy;
import headroom.elasticache.Policy.ClientFaults;
import headroom.rehearsal.elasticache.invariants.NoStepForClientFaults;
import headroom.rehearsal.elasticache.simulation.CacheSetup;
import headroom.simulated.elasticache.load.Course;
import headroom.simulated.elasticache.load.Data;
import headroom.simulated.elasticache.load.Traffic;

import org.junit.jupiter.api.Test;

import java.util.Map;

/// Headroom takes a step for what no step cures, and that is noticed.
final class StepsForClientFaultsTest {
    private static final Policy ANYWAY =
            Policy.upTo(8, 3).with(CacheSettings.CLIENT_FAULTS, ClientFaults.SCALE_ANYWAY);

    private static final Map<String, Object> REPLICA =
            Map.of("is", "replicas", "shard", "0001", "to", 2);

    @Test
    void aConnectionForEachCommand() {
        assertNoticed(Loads.CHURN);
    }

    @Test
    void aMissingReadOnly() {
        assertNoticed(Loads.NO_READONLY);
    }

    @Test
    void replicasThatIdle() {
        assertNoticed(Loads.PRIMARIES_ALONE);
    }

    @Test
    void primariesThatNobodyReadsFrom() {
        assertNoticed(Loads.REPLICAS_ALONE);
    }

    @Test
    void aHotKey() {
        assertNoticed(Loads.HOT_KEY.times(1.17).with(Course.STEADY));
    }

    @Test
    void aBigKey() {
        assertNoticed(
                Loads.QUIET.with(Data.of(0.3 * Loads.ROOM).withHuge(7_000, 0.17 * Loads.ROOM)));
    }

    /// Of a need that a step would cure, too: the fault is mended first.
    @Test
    void aFaultBesidesAFullMemory() {
        assertNoticed(Loads.NO_READONLY.with(Loads.MEMORY.data()));
    }

    @Test
    void aGroupThatIsNotCriticalWhoseOwnerAllowsAStepWhereItIs() {
        broken(Loads.REPLICAS_ALONE, ANYWAY).isReportedBy(NoStepForClientFaults.class);
    }

    /// No slots can be moved then, as replicas lag.
    @Test
    void aCriticalGroupWhoseOwnerAllowsAStepIsNone() {
        new Broken()
                .in(CacheSetup.under(Loads.REPLICAS_ALONE.times(1.55)).with(ANYWAY))
                .wishes(REPLICA)
                .isReportedBy();
    }

    @Test
    void aCriticalGroupWhoseOwnerAllowsNone() {
        new Broken()
                .in(CacheSetup.under(Loads.REPLICAS_ALONE.times(1.55)))
                .wishes(REPLICA)
                .isReportedBy(NoStepForClientFaults.class);
    }

    private static void assertNoticed(Traffic traffic) {
        broken(traffic, Policy.upTo(8, 3)).isReportedBy(NoStepForClientFaults.class);
    }

    private static Broken broken(Traffic traffic, Policy policy) {
        return new Broken()
                .in(CacheSetup.under(traffic).with(policy))
                .wishes(Map.of("is", "shards", "to", 5));
    }
}
