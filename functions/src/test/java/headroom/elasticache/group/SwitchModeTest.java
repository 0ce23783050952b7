package headroom.elasticache.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.elasticache.CacheSettings;
import headroom.elasticache.ElastiCacheStub;
import headroom.elasticache.Policy;
import headroom.elasticache.Settings;
import headroom.step.Started;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.services.elasticache.model.InvalidParameterCombinationException;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupRequest;
import software.amazon.awssdk.services.elasticache.model.ModifyReplicationGroupResponse;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/// [ScaleCache], where the step is another cluster mode.
final class SwitchModeTest {
    private static final Instant NOW = Instant.parse("2026-11-22T04:10:00Z");
    private static final Change MODE =
            new Change.SwitchMode(ClusterMode.COMPATIBLE, ClusterMode.ENABLED);

    private final ElastiCacheStub elastiCache = new ElastiCacheStub();
    private Policy policy =
            Policy.upTo(6, 3).with(CacheSettings.CLUSTER_MODE_MIGRATION, Policy.Migration.YES);

    private static final ModifyReplicationGroupRequest ALONE =
            ModifyReplicationGroupRequest.builder()
                    .replicationGroupId("sessions")
                    .clusterMode("enabled")
                    .build();
    private static final ModifyReplicationGroupRequest AT_ONCE =
            ALONE.toBuilder().applyImmediately(true).build();

    /// It cannot be undone, and would come days later in a maintenance window.
    @Test
    void asksForAClusterModeAtOnce() {
        elastiCache.group(it -> it.clusterMode("compatible"));

        scale(MODE);

        assertEquals(List.of(AT_ONCE), elastiCache.acts);
    }

    @Test
    void asksForItAloneWhereElastiCacheTakesNothingBesideIt() {
        ElastiCacheStub strict =
                new ElastiCacheStub() {
                    @Override
                    public ModifyReplicationGroupResponse modifyReplicationGroup(
                            ModifyReplicationGroupRequest request) {
                        ModifyReplicationGroupResponse accepted =
                                super.modifyReplicationGroup(request);
                        if (request.applyImmediately() != null) {
                            throw InvalidParameterCombinationException.builder().build();
                        }
                        return accepted;
                    }
                };
        strict.group(it -> it.clusterMode("compatible"));

        scale(strict, MODE);

        assertEquals(List.of(AT_ONCE, ALONE), strict.acts);
    }

    @Test
    void knowsAModeThatIsPendingForOneThatIsUnderWay() {
        elastiCache.group(
                it ->
                        it.clusterMode("disabled")
                                .pendingModifiedValues(values -> values.clusterMode("compatible")));
        Change begun = new Change.SwitchMode(ClusterMode.DISABLED, ClusterMode.COMPATIBLE);

        assertTrue(scale(begun).sentence().startsWith("It is already under way: "));
        assertThrows(GroupBusy.class, () -> scale(MODE));
        assertEquals(List.of(), elastiCache.acts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"disabled", "brand-new"})
    void refusesAModeThatTheOtherDoesNotLeadTo(String mode) {
        elastiCache.group(it -> it.clusterMode(mode));

        assertThrows(ScaleRefused.class, () -> scale(MODE));
        assertEquals(List.of(), elastiCache.acts);
    }

    @Test
    void refusesAModeThatTheOwnerDoesNotAllowAnyMore() {
        elastiCache.group(it -> it.clusterMode("compatible"));
        policy = Policy.upTo(6, 3);

        assertThrows(ScaleRefused.class, () -> scale(MODE));
        assertEquals(List.of(), elastiCache.acts);
    }

    private Started scale(Change change) {
        return scale(elastiCache, change);
    }

    private Started scale(ElastiCacheStub asked, Change change) {
        return new ScaleCache(
                        asked,
                        new Settings("sessions", policy, 3),
                        Clock.fixed(NOW, ZoneOffset.UTC))
                .run(new ScaleCache.Input(change, NOW));
    }
}
