package headroom.elasticache.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.elasticache.ElastiCacheStub;
import headroom.elasticache.Policy;
import headroom.elasticache.Settings;
import headroom.step.Started;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.elasticache.model.ClusterQuotaForCustomerExceededException;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheException;
import software.amazon.awssdk.services.elasticache.model.InsufficientCacheClusterCapacityException;
import software.amazon.awssdk.services.elasticache.model.InvalidCacheClusterStateException;
import software.amazon.awssdk.services.elasticache.model.InvalidKmsKeyException;
import software.amazon.awssdk.services.elasticache.model.InvalidParameterValueException;
import software.amazon.awssdk.services.elasticache.model.InvalidReplicationGroupStateException;
import software.amazon.awssdk.services.elasticache.model.InvalidVpcNetworkStateException;
import software.amazon.awssdk.services.elasticache.model.NoOperationException;
import software.amazon.awssdk.services.elasticache.model.NodeGroupsPerReplicationGroupQuotaExceededException;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroupNotFoundException;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/// What comes of a call that ElastiCache did not simply accept.
final class ScaleCacheErrorsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T04:30:00Z");
    private static final Change REPLICA = new Change.AddReplicas("0002", 1, 2);
    private static final Change SHARDS = new Change.AddShards(2, 4);
    private static final Change REBALANCE = new Change.Rebalance(2);

    private final ElastiCacheStub elastiCache = new ElastiCacheStub();

    @Test
    void looksAgainAfterALostAnswer() {
        elastiCache
                .refuses(ApiCallTimeoutException.create(1))
                .then(() -> elastiCache.shard("0003", null, 2).shard("0004", null, 2));

        assertTrue(scale(SHARDS).sentence().startsWith("It is so already"));
    }

    @Test
    void isRepeatedAfterALostAnswerThatNothingCameOf() {
        elastiCache.refuses(ApiCallTimeoutException.create(1));

        assertThrows(ApiCallTimeoutException.class, () -> scale(SHARDS));
    }

    @Test
    void looksAgainWhereTheGroupBecameBusy() {
        elastiCache.refuses(InvalidReplicationGroupStateException.builder(), "Not available.");
        assertEquals(
                "ElastiCache changes nothing now: Not available. (Fault); last seen: sessions is"
                        + " available with 2 shards and 4 nodes of cache.r7g.large.",
                assertThrows(GroupBusy.class, () -> scale(SHARDS)).getMessage());

        elastiCache.then(
                () ->
                        elastiCache
                                .group(it -> it.status("modifying"))
                                .shard("0003", null, 2)
                                .shard("0004", null, 2));
        assertTrue(scale(SHARDS).sentence().startsWith("It is already under way: "));
    }

    @Test
    void isTriedAgainWhereAMemberIsNotAvailable() {
        elastiCache.refuses(InvalidCacheClusterStateException.builder(), "Creating.");

        assertThrows(GroupBusy.class, () -> scale(REPLICA));
    }

    @Test
    void takesNothingToSpreadForDoneOfARebalanceAlone() {
        elastiCache
                .shard("0001", it -> it.slots("0-1000"))
                .shard("0002", it -> it.slots("1001-16383"));
        elastiCache.refuses(
                InvalidReplicationGroupStateException.builder(),
                "Slots are already uniformly distributed.");

        assertEquals(
                "ElastiCache finds the slots spread evenly: Slots are already uniformly"
                        + " distributed. (Fault).",
                scale(REBALANCE).sentence());
        assertThrows(GroupBusy.class, () -> scale(SHARDS));
    }

    @Test
    void takesNoOperationForDone() {
        elastiCache.refuses(NoOperationException.builder(), "Already so.");

        assertEquals(
                "ElastiCache has nothing to do for it: Already so. (Fault); last seen: sessions is"
                        + " available with 2 shards and 4 nodes of cache.r7g.large.",
                scale(REPLICA).sentence());
    }

    @Test
    void knowsAGroupThatIsGone() {
        elastiCache.refuses(ReplicationGroupNotFoundException.builder(), "Gone.");

        assertThrows(GroupGone.class, () -> scale(REPLICA));
    }

    static Stream<Arguments> saysWhatARefusalMeans() {
        return Stream.of(
                Arguments.of(
                        InsufficientCacheClusterCapacityException.builder(),
                        "AWS lacks nodes of this type here just now. It is tried again later."),
                Arguments.of(
                        NodeGroupsPerReplicationGroupQuotaExceededException.builder(),
                        "Have the quota of nodes per cluster raised, in Service Quotas, or lower"
                                + " maxShards."),
                Arguments.of(
                        ClusterQuotaForCustomerExceededException.builder(),
                        "Have the quota of nodes in this region raised, in Service Quotas."),
                Arguments.of(
                        InvalidVpcNetworkStateException.builder(),
                        "Look at the group's subnets: each new node needs a free address."),
                Arguments.of(
                        InvalidKmsKeyException.builder(),
                        "Look at the KMS key that encrypts the group: it has to be enabled."),
                Arguments.of(
                        InvalidParameterValueException.builder(),
                        "Try it in the ElastiCache console."));
    }

    @ParameterizedTest
    @MethodSource
    void saysWhatARefusalMeans(ElastiCacheException.Builder refusal, String wayOut) {
        elastiCache.refuses(refusal, "No.");

        assertEquals(
                "ElastiCache refuses to go from 2 to 4 shards on sessions: No. (Fault). " + wayOut,
                assertThrows(ScaleRefused.class, () -> scale(SHARDS)).getMessage());
    }

    @Test
    void knowsADenialForWhatItIs() {
        elastiCache.refuses(
                (SdkException)
                        ElastiCacheException.builder()
                                .statusCode(403)
                                .awsErrorDetails(
                                        AwsErrorDetails.builder()
                                                .errorCode("AccessDenied")
                                                .errorMessage("Not authorized.")
                                                .build())
                                .build());

        assertTrue(refusal(SHARDS).contains("permissions boundary"));
    }

    private String refusal(Change change) {
        return String.valueOf(assertThrows(ScaleRefused.class, () -> scale(change)).getMessage());
    }

    private Started scale(Change change) {
        return new ScaleCache(
                        elastiCache,
                        new Settings("sessions", Policy.upTo(6, 3), 3),
                        Clock.fixed(NOW, ZoneOffset.UTC))
                .run(new ScaleCache.Input(change, NOW));
    }
}
