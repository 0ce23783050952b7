package headroom.rehearsal.elasticache.scenarios;

import headroom.elasticache.CacheSettings;
import headroom.elasticache.Policy;
import headroom.rehearsal.elasticache.invariants.MigrationIsAskedFor;
import headroom.rehearsal.elasticache.invariants.NoStepWithoutNeed;
import headroom.rehearsal.elasticache.simulation.CacheSetup;
import headroom.simulated.elasticache.GroupSetup;
import headroom.simulated.elasticache.GroupSetup.Mode;
import headroom.simulated.elasticache.load.Traffic;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.elasticache.ElastiCacheClient;

import java.util.Map;
import java.util.function.Consumer;

/// A change of the cluster mode that no person asked for, or that comes too early, is noticed.
final class MigrationCanFailTest {
    private static final Policy POLICY = Policy.upTo(8, 3);
    private static final Policy MIGRATES =
            POLICY.with(CacheSettings.CLUSTER_MODE_MIGRATION, Policy.Migration.YES);

    @Test
    void aClusterModeThatNobodyAskedFor() {
        new Broken()
                .in(oneShard(Mode.DISABLED, Loads.ONE_SHARD_QUIET, MIGRATES))
                .asked("more room, please")
                .wishes(Map.of("is", "migrate", "stage", "start"))
                .isReportedBy(MigrationIsAskedFor.class, NoStepWithoutNeed.class);
    }

    @Test
    void aClusterModeThatTheOwnerDoesNotAllow() {
        new Broken()
                .in(oneShard(Mode.DISABLED, Loads.ONE_SHARD_QUIET, POLICY))
                .asked("{\"replicas\": {\"0001\": 2}}")
                .scalesBy(mode("compatible"))
                .isReportedBy(MigrationIsAskedFor.class);
    }

    @Test
    void aClusterModeThatIsMadeFinalWhileClientsReconnect() {
        new Broken()
                .in(oneShard(Mode.COMPATIBLE, Loads.ONE_SHARD_CHURN, MIGRATES))
                .asked("{\"migrate\": \"back\"}")
                .scalesBy(mode("enabled"))
                .isReportedBy(MigrationIsAskedFor.class);
    }

    private static CacheSetup oneShard(Mode mode, Traffic traffic, Policy policy) {
        return CacheSetup.under(traffic)
                .of(
                        GroupSetup.of(CacheSetup.GROUP, 1, 1)
                                .with(mode)
                                .withNodeType(CacheSetup.NODE_TYPE))
                .with(policy);
    }

    private static Consumer<ElastiCacheClient> mode(String mode) {
        return elastiCache ->
                elastiCache.modifyReplicationGroup(
                        request -> request.replicationGroupId(CacheSetup.GROUP).clusterMode(mode));
    }
}
