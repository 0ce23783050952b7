package headroom.simulated.elasticache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.simulated.elasticache.GroupSetup.Mode;
import headroom.simulated.elasticache.ModeHabits.Habit;
import headroom.simulated.journal.Kind;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.elasticache.model.InvalidParameterCombinationException;
import software.amazon.awssdk.services.elasticache.model.InvalidReplicationGroupStateException;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.NoOperationException;
import software.amazon.awssdk.services.elasticache.model.NodeGroup;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroup;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// The way from one cluster mode to another.
final class ModeChangeTest {
    private static final GroupSetup DISABLED = GroupSetup.of(OneGroup.ID, 1, 1).with(Mode.DISABLED);
    private static final GroupSetup COMPATIBLE = DISABLED.with(Mode.COMPATIBLE);

    @Test
    void theModeToComeIsPendingAndEndpointsChange() {
        OneGroup group = of(DISABLED);
        assertNull(group.look().configurationEndpoint());
        to(group, "compatible");
        assertEquals("modifying", group.look().status());
        assertEquals("disabled", group.look().clusterModeAsString());
        assertEquals("compatible", pending(group.look()));
        assertThrows(InvalidReplicationGroupStateException.class, () -> to(group, "compatible"));
        group.passMinutes(7);
        ReplicationGroup between = group.look();
        assertEquals("available", between.status());
        assertEquals("compatible", between.clusterModeAsString());
        assertTrue(between.clusterEnabled());
        assertEquals("nothing", pending(between));
        assertNotNull(between.configurationEndpoint());
        assertNotNull(shard(between).primaryEndpoint());
        assertThrows(NoOperationException.class, () -> to(group, "compatible"));
        to(group, "enabled");
        group.passMinutes(7);
        assertNull(shard(group.look()).primaryEndpoint());
        assertThrows(InvalidParameterCombinationException.class, () -> to(group, "compatible"));
    }

    @Test
    void nothingNeedBePending() {
        OneGroup group = of(DISABLED, Habit.NOT_PENDING);
        to(group, "compatible");
        assertEquals("nothing", pending(group.look()));
    }

    @Test
    void theModeOfBeforeMayShowForMinutes() {
        OneGroup group = of(DISABLED, Habit.SHOWN_LATE);
        to(group, "compatible");
        group.passMinutes(7);
        assertEquals("available", group.look().status());
        assertEquals("disabled", group.look().clusterModeAsString());
        assertFalse(group.look().clusterEnabled());
        group.passMinutes(4);
        assertEquals("compatible", group.look().clusterModeAsString());
    }

    @Test
    void clusterEnabledMayBeFalseWhileCompatible() {
        OneGroup group = of(COMPATIBLE, Habit.NOT_ENABLED_YET);
        assertFalse(group.look().clusterEnabled());
    }

    @Test
    void membersMayGetOtherNames() {
        OneGroup group = of(DISABLED, Habit.NODES_RENAMED);
        to(group, "compatible");
        group.passMinutes(7);
        assertEquals(List.of("sessions-001", "sessions-002"), group.look().memberClusters());
        assertEquals(2, group.elastiCache.shape().shards().getFirst().nodes().size());
    }

    @Test
    void theWayBackMayBeRefused() {
        to(of(COMPATIBLE), "disabled");
        OneGroup group = of(COMPATIBLE, Habit.NO_WAY_BACK);
        assertThrows(InvalidParameterCombinationException.class, () -> to(group, "disabled"));
    }

    @Test
    void aFurtherParameterIsRefused() {
        OneGroup group = of(DISABLED, Habit.ALONE);
        assertThrows(
                InvalidParameterCombinationException.class,
                () -> ask(group, each -> each.clusterMode("compatible").applyImmediately(true)));
        assertThrows(
                InvalidParameterCombinationException.class,
                () -> ask(group, each -> each.clusterMode("compatible").engineVersion("8.1")));
        assertEquals(List.of(), group.changes());
    }

    /// Until then the group is available, and takes nothing else.
    @Test
    void itMayWaitForTheMaintenanceWindow() {
        OneGroup group = of(DISABLED, Habit.WAITS, Habit.NOT_PENDING);
        to(group, "compatible");
        assertEquals("available", group.look().status());
        assertEquals("compatible", pending(group.look()));
        assertTrue(group.elastiCache.isChanging());
        assertThrows(InvalidReplicationGroupStateException.class, () -> to(group, "compatible"));
        assertThrows(
                InvalidReplicationGroupStateException.class, () -> group.setReplicas("0001", 2));
        group.passMinutes(60);
        assertEquals("available", group.look().status());
        group.pass(ModeHabits.WINDOW);
        assertEquals("compatible", group.look().clusterModeAsString());
        ask(group, each -> each.clusterMode("enabled").applyImmediately(true));
        assertEquals("modifying", group.look().status());
    }

    @Test
    void parametersOfOnesOwnHaveToBeNamed() {
        OneGroup group = of(DISABLED.withParameters("ours"));
        assertThrows(InvalidParameterCombinationException.class, () -> to(group, "compatible"));
        ask(group, each -> each.clusterMode("compatible").cacheParameterGroupName("ours-on"));
        assertEquals(1, group.changes().size());
    }

    @Test
    void anOldEngineStaysAsItIs() {
        for (String version : List.of("6.2.6", "7.1.0")) {
            assertRefused(DISABLED.withEngine("valkey", version));
        }
        assertRefused(DISABLED.withEngine("redis", "6.2.6"));
        to(of(DISABLED.withEngine("redis", "7.0.7")), "compatible");
        to(of(DISABLED.withEngine("valkey", "7.2.6")), "compatible");
    }

    @Test
    void thereIsNoWayWithoutFailover() {
        assertRefused(DISABLED.withoutFailover());
        assertEquals("disabled", of(DISABLED.withoutFailover()).look().automaticFailoverAsString());
        assertRefused(GroupSetup.of(OneGroup.ID, 1, 0).with(Mode.DISABLED));
    }

    /// The one that tries is written down.
    @Test
    void nothingElseIsDoneBetweenTwoModes() {
        OneGroup group = of(COMPATIBLE);
        assertThrows(
                InvalidReplicationGroupStateException.class, () -> group.setReplicas("0001", 2));
        assertThrows(
                InvalidReplicationGroupStateException.class,
                () -> ask(group, each -> each.engineVersion("8.1")));
        assertEquals(2, group.journal.entries(Kind.SCENARIO).count());
    }

    @Test
    void somebodyElseGoesOnAndBack() {
        OneGroup group = of(DISABLED.withParameters("ours"));
        group.owner.act(GroupIntervention.SWITCH_MODE);
        group.passMinutes(7);
        assertEquals(Mode.COMPATIBLE, group.elastiCache.mode());
        group.owner.act(GroupIntervention.SWITCH_MODE_BACK);
        group.passMinutes(7);
        assertEquals(Mode.DISABLED, group.elastiCache.mode());
        group.owner.act(GroupIntervention.SWITCH_MODE);
        group.passMinutes(7);
        group.owner.act(GroupIntervention.SWITCH_MODE);
        group.passMinutes(7);
        assertEquals(Mode.ENABLED, group.elastiCache.mode());
    }

    private static void assertRefused(GroupSetup setup) {
        OneGroup group = of(setup);
        assertThrows(InvalidParameterCombinationException.class, () -> to(group, "compatible"));
    }

    private static OneGroup of(GroupSetup setup, Habit... habits) {
        return OneGroup.of(
                setup,
                OneGroup.fresh().with(new ModeHabits(Duration.ofMinutes(6), Set.of(habits))));
    }

    private static void to(OneGroup group, String mode) {
        ask(group, each -> each.clusterMode(mode));
    }

    private static void ask(
            OneGroup group, Consumer<ModifyReplicationGroupRequest.Builder> parameters) {
        group.elastiCache.modifyReplicationGroup(
                request -> parameters.accept(request.replicationGroupId(OneGroup.ID)));
    }

    private static String pending(ReplicationGroup group) {
        return group.pendingModifiedValues() == null
                        || group.pendingModifiedValues().clusterModeAsString() == null
                ? "nothing"
                : group.pendingModifiedValues().clusterModeAsString();
    }

    private static NodeGroup shard(ReplicationGroup group) {
        return group.nodeGroups().getFirst();
    }
}
