package headroom.rehearsal.elasticache.scenarios;

import static headroom.rehearsal.scenario.DefinitionEdits.set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import headroom.elasticache.CacheSettings;
import headroom.elasticache.Policy;
import headroom.rehearsal.elasticache.invariants.MigrationIsAskedFor;
import headroom.rehearsal.elasticache.invariants.NeedIsAnswered;
import headroom.rehearsal.elasticache.invariants.NoStepWithoutNeed;
import headroom.rehearsal.elasticache.invariants.NoStepWithoutPlan;
import headroom.rehearsal.elasticache.invariants.StepsAreFinished;
import headroom.rehearsal.elasticache.simulation.CacheSetup;
import headroom.rehearsal.invariants.EverythingEnds;
import headroom.settings.Switch;
import headroom.simulated.elasticache.GroupSetup;
import headroom.simulated.elasticache.GroupSetup.Mode;
import headroom.simulated.elasticache.load.Traffic;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.elasticache.ElastiCacheClient;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/// A change of the cluster mode that no person asked for, or that comes too early, is noticed.
final class MigrationCanFailTest {
    private static final Policy POLICY = Policy.upTo(8, 3);
    private static final JsonNode TO_ENABLED =
            read(
                    """
                    {"is": "scale", "change": {"is": "switchMode", "from": "compatible", "to": "enabled"},
                     "newNodes": 0, "critical": false, "backup": false, "remarks": [], "sentence": "On."}\
                    """);
    private static final JsonNode NOT_YET =
            read("{\"is\": \"notYet\", \"waitSeconds\": 3600, \"sentence\": \"Wait.\"}");
    private static final Policy MIGRATES =
            POLICY.with(CacheSettings.CLUSTER_MODE_MIGRATION, Policy.Migration.YES);

    private static final Policy WITHOUT_BACKUP = MIGRATES.with(CacheSettings.BACKUP, Switch.OFF);

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
    void anotherClusterModeThanWasAskedFor() {
        new Broken()
                .in(oneShard(Mode.COMPATIBLE, Loads.ONE_SHARD_QUIET, MIGRATES))
                .asked("{\"migrate\": \"back\"}")
                .scalesBy(mode("enabled"))
                .isReportedBy(MigrationIsAskedFor.class);
    }

    @Test
    void aClusterModeThatIsMadeFinalWhileClientsReconnect() {
        new Broken()
                .in(oneShard(Mode.COMPATIBLE, Loads.ONE_SHARD_CHURN, WITHOUT_BACKUP))
                .asked("{\"migrate\": \"finish\"}")
                .alters("PlanScaling", answer -> answer.set("plan", TO_ENABLED))
                .isReportedBy(MigrationIsAskedFor.class, NoStepWithoutPlan.class);
    }

    @Test
    void aReplicaBetweenTwoModes() {
        new Broken()
                .in(oneShard(Mode.COMPATIBLE, Loads.ONE_SHARD_QUIET, MIGRATES))
                .asked("{\"migrate\": \"finish\"}")
                .scalesBy(
                        elastiCache ->
                                elastiCache.increaseReplicaCount(
                                        request ->
                                                request.replicationGroupId(CacheSetup.GROUP)
                                                        .newReplicaCount(2)
                                                        .applyImmediately(true)))
                .isReportedBy(MigrationIsAskedFor.class);
    }

    @Test
    void aLeaseThatIsHeldWhileClientsAreMoved() {
        new Broken()
                .in(oneShard(Mode.COMPATIBLE, Loads.ONE_SHARD_QUIET, MIGRATES))
                .asked("more room, please")
                .alters("PlanScaling", answer -> answer.set("plan", NOT_YET))
                .until(Duration.ofHours(14))
                .isReportedBy(MigrationIsAskedFor.class, EverythingEnds.class);
    }

    @Test
    void aMigrationThatNobodyHearsOf() {
        new Broken()
                .in(oneShard(Mode.COMPATIBLE, Loads.ONE_SHARD_QUIET, MIGRATES))
                .where(set("States / Worth telling? / Choices / 0 / Condition", "{% false %}"))
                .lasting(Duration.ofHours(32))
                .isReportedBy(NeedIsAnswered.class);
    }

    @Test
    void aClusterModeThatTheGroupHasNot() {
        new Broken()
                .in(oneShard(Mode.COMPATIBLE, Loads.ONE_SHARD_QUIET, MIGRATES))
                .asked("{\"migrate\": \"finish\"}")
                .lies(
                        "MeasureEffect",
                        """
                        {"effect":"migrated","after":[],"sentence":"Cluster mode is disabled now."}\
                        """)
                .isReportedBy(StepsAreFinished.class);
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

    private static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (JsonProcessingException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }
}
