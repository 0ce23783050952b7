package headroom.elasticache.group;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.elasticache.ElastiCacheStub;
import headroom.elasticache.Policy;
import headroom.elasticache.Settings;
import headroom.step.PhaseTimedOut;
import headroom.step.Progress;
import headroom.step.Started;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.services.elasticache.model.CreateSnapshotRequest;
import software.amazon.awssdk.services.elasticache.model.DeleteSnapshotRequest;
import software.amazon.awssdk.services.elasticache.model.InvalidCacheClusterStateException;
import software.amazon.awssdk.services.elasticache.model.InvalidReplicationGroupStateException;
import software.amazon.awssdk.services.elasticache.model.InvalidSnapshotStateException;
import software.amazon.awssdk.services.elasticache.model.NodeGroupMember;
import software.amazon.awssdk.services.elasticache.model.SnapshotAlreadyExistsException;
import software.amazon.awssdk.services.elasticache.model.SnapshotQuotaExceededException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

final class BackupsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T04:30:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Settings SETTINGS = new Settings("sessions", Policy.upTo(6, 3), 3);
    private static final String OWN = name("20261122t043000");

    private final ElastiCacheStub elastiCache = new ElastiCacheStub();

    private static String name(String moment) {
        return BackupNames.prefix("sessions") + moment;
    }

    @Test
    void areCalledByAHashOfTheGroupAndTheMoment() {
        assertEquals("headroom-1225ae6c-", BackupNames.prefix("sessions"));
        assertTrue(OWN.length() <= 40);
        assertTrue(BackupNames.isOwn(OWN, "sessions"));
        assertFalse(BackupNames.isOwn(OWN, "session"));
        assertFalse(BackupNames.isOwn(OWN + "-copy", "sessions"));
        assertFalse(BackupNames.isOwn("headroom-sessions", "sessions"));
    }

    @Test
    void areOfTheGroupInClusterMode() {
        assertEquals(new Started(NOW, "Backup " + OWN + " is being taken."), take());
        assertEquals(
                List.of(
                        CreateSnapshotRequest.builder()
                                .snapshotName(OWN)
                                .replicationGroupId("sessions")
                                .build()),
                elastiCache.acts);
    }

    @Test
    void areOfAReplicaWithClusterModeDisabled() {
        elastiCache
                .group(it -> it.clusterMode("disabled"))
                .without("0002")
                .shard(
                        "0001",
                        it -> it.nodeGroupMembers(node("001", "replica"), node("002", "primary")));
        take();

        assertEquals(
                List.of(
                        CreateSnapshotRequest.builder()
                                .snapshotName(OWN)
                                .cacheClusterId("sessions-0001-001")
                                .build()),
                elastiCache.acts);
    }

    private static NodeGroupMember node(String number, String role) {
        return NodeGroupMember.builder()
                .cacheClusterId("sessions-0001-" + number)
                .cacheNodeId("0001")
                .currentRole(role)
                .build();
    }

    @Test
    void areTakenOnceHoweverOftenTheyAreAskedFor() {
        elastiCache.refuses(SnapshotAlreadyExistsException.builder(), "Exists.");

        assertEquals("Backup " + OWN + " was already asked for.", take().sentence());
    }

    @Test
    void areUnderWayWhereTheGroupIsBusyWithThem() {
        elastiCache
                .refuses(InvalidReplicationGroupStateException.builder(), "Busy.")
                .snapshot(it -> it.snapshotName(OWN).snapshotStatus("creating"));

        assertEquals("Backup " + OWN + " was already asked for.", take().sentence());
    }

    @Test
    void areAskedForAgainWhereTheGroupIsBusyWithSomethingElse() {
        elastiCache.refuses(InvalidCacheClusterStateException.builder(), "Busy.");

        assertEquals(
                "ElastiCache does not take backup " + OWN + " now: Busy. (Fault)",
                assertThrows(GroupBusy.class, this::take).getMessage());
    }

    @Test
    void failWhereElastiCacheRefusesThem() {
        elastiCache.refuses(SnapshotQuotaExceededException.builder(), "Twenty.");

        assertEquals(
                "ElastiCache refuses backup "
                        + OWN
                        + ": Twenty. (Fault) It takes no more than twenty of a node within 24"
                        + " hours. Wait, or set backup to off if the step cannot wait.",
                assertThrows(BackupFailed.class, this::take).getMessage());
    }

    @Test
    void areAskedForAgainAfterALostAnswer() {
        elastiCache.refuses(ApiCallTimeoutException.create(1));

        assertThrows(ApiCallTimeoutException.class, this::take);
    }

    @Test
    void areDoneOnceTheyAndTheGroupAreAvailable() {
        elastiCache.snapshot(it -> it.snapshotName(OWN));
        assertInstanceOf(Progress.Done.class, confirm(Duration.ofMinutes(10)));

        elastiCache.group(it -> it.status("snapshotting"));
        assertInstanceOf(Progress.Working.class, confirm(Duration.ofMinutes(10)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"creating", "copying", "exporting", "brand-new"})
    void areWaitedForInAnyOtherStatusUpToALimit(String status) {
        elastiCache.snapshot(it -> it.snapshotName(OWN).snapshotStatus(status));
        assertInstanceOf(Progress.Working.class, confirm(ConfirmBackup.LIMIT));

        assertThrows(
                PhaseTimedOut.class,
                () -> confirm(ConfirmBackup.LIMIT.plus(Duration.ofSeconds(1))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"failed", "deleting"})
    void failWhereTheyWillNeverBeAvailable(String status) {
        elastiCache.snapshot(it -> it.snapshotName(OWN).snapshotStatus(status));

        assertThrows(BackupFailed.class, () -> confirm(Duration.ofMinutes(1)));
    }

    @Test
    void mayNotBeListedAtOnce() {
        assertInstanceOf(Progress.Working.class, confirm(ConfirmBackup.MAY_NOT_SHOW_YET));
        assertThrows(
                BackupFailed.class,
                () -> confirm(ConfirmBackup.MAY_NOT_SHOW_YET.plus(Duration.ofSeconds(1))));
    }

    @Test
    void areNeverTakenForAnotherGroups() {
        elastiCache.snapshot(it -> it.snapshotName(OWN).replicationGroupId("carts"));

        assertEquals(
                "Backup "
                        + OWN
                        + " is of group carts, not of sessions. Delete it, or copy it to another"
                        + " name.",
                assertThrows(BackupFailed.class, () -> confirm(Duration.ofMinutes(1)))
                        .getMessage());
    }

    @Test
    void areRemovedBeyondTheirNumberTheOldestFirst() {
        elastiCache
                .snapshot(it -> it.snapshotName(name("20261121t043000")))
                .snapshot(it -> it.snapshotName(name("20261101t043000")))
                .snapshot(it -> it.snapshotName(OWN))
                .snapshot(it -> it.snapshotName(name("20261111t043000")))
                .snapshot(it -> it.snapshotName(name("20261120t043000")))
                .snapshot(it -> it.snapshotName("before-the-sale"))
                .snapshot(it -> it.snapshotName(BackupNames.prefix("carts") + "20261101t043000"))
                .snapshot(
                        it -> it.snapshotName(name("20251101t043000")).replicationGroupId("carts"));

        assertEquals(
                "Backups removed: %s, %s."
                        .formatted(name("20261101t043000"), name("20261111t043000")),
                remove());
        assertEquals(
                List.of(delete("20261101t043000"), delete("20261111t043000")), elastiCache.acts);
    }

    @Test
    void thatHaveFailedAreNoneOfThoseThatAreKept() {
        elastiCache
                .snapshot(it -> it.snapshotName(name("20261120t043000")))
                .snapshot(it -> it.snapshotName(name("20261121t043000")).snapshotStatus("failed"))
                .snapshot(it -> it.snapshotName(name("20261119t043000")))
                .snapshot(it -> it.snapshotName(OWN).snapshotStatus("failed"));
        remove();

        assertEquals(List.of(delete("20261121t043000")), elastiCache.acts);
    }

    @Test
    void thatCannotBeRemovedNowAreLeftToTheNextRun() {
        elastiCache.refuses(InvalidSnapshotStateException.builder(), "Copying.");
        for (int day = 10; day < 13; day++) {
            String moment = "202611%dt043000".formatted(day);
            elastiCache.snapshot(it -> it.snapshotName(name(moment)));
        }

        assertEquals(
                "Backups removed: none. Not now, but by the next run: %s: Copying. (Fault)."
                        .formatted(name("20261110t043000")),
                remove());
    }

    @Test
    void areSeenWhileTheyAreTaken() {
        elastiCache
                .snapshot(it -> it.snapshotName("automatic").snapshotStatus("creating"))
                .snapshot(it -> it.snapshotName("done"))
                .snapshot(
                        it ->
                                it.snapshotName("of-a-node")
                                        .replicationGroupId(null)
                                        .cacheClusterId("sessions-0001-002")
                                        .snapshotStatus("creating"));
        assertEquals(List.of("automatic"), underWay());

        elastiCache.group(it -> it.clusterMode("disabled"));
        assertEquals(List.of("automatic", "of-a-node"), underWay());
    }

    private List<String> underWay() {
        return Backups.underWay(elastiCache, Group.describe(elastiCache, "sessions"));
    }

    private static DeleteSnapshotRequest delete(String moment) {
        return DeleteSnapshotRequest.builder().snapshotName(name(moment)).build();
    }

    private Started take() {
        return new TakeBackup(elastiCache, SETTINGS, CLOCK).run(new TakeBackup.Input(OWN));
    }

    private Progress confirm(Duration after) {
        return new ConfirmBackup(elastiCache, SETTINGS, CLOCK)
                .run(new ConfirmBackup.Input(OWN, NOW.minus(after)));
    }

    private String remove() {
        return new RemoveBackups(elastiCache, SETTINGS, CLOCK)
                .run(new RemoveBackups.Input(OWN))
                .sentence();
    }
}
