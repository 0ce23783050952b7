package headroom.simulated.elasticache;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.elasticache.model.InvalidParameterValueException;
import software.amazon.awssdk.services.elasticache.model.InvalidReplicationGroupStateException;
import software.amazon.awssdk.services.elasticache.model.InvalidSnapshotStateException;
import software.amazon.awssdk.services.elasticache.model.Snapshot;
import software.amazon.awssdk.services.elasticache.model.SnapshotAlreadyExistsException;
import software.amazon.awssdk.services.elasticache.model.SnapshotNotFoundException;
import software.amazon.awssdk.services.elasticache.model.SnapshotQuotaExceededException;

import java.time.Duration;
import java.util.List;

final class BackupsTest {
    private static final GroupSetup SETUP = GroupSetup.of(OneGroup.ID, 2, 1);

    private static OneGroup struck(String kind) {
        return OneGroup.of(
                SETUP, OneGroup.fresh(), ElastiCacheFaults.KINDS.parse("group.Backup#1:" + kind));
    }

    @Test
    void theGroupIsSnapshottingMeanwhile() {
        OneGroup group = OneGroup.of(2, 1);
        group.backUp("One");
        assertEquals("snapshotting", group.look().status());
        assertEquals(
                List.of("available", "snapshotting", "available", "snapshotting"),
                group.memberStatuses());
        assertTrue(group.elastiCache.shape().shards().getFirst().nodes().getLast().saving());
        assertThrows(InvalidReplicationGroupStateException.class, () -> group.setShards(3));
        assertThrows(InvalidReplicationGroupStateException.class, () -> group.backUp("two"));
        assertEquals("creating", group.backupStatus("one"));

        group.passMinutes(7);
        assertEquals("available", group.look().status());
        assertEquals("available", group.backupStatus("one"));
        assertFalse(group.elastiCache.shape().shards().getFirst().nodes().getLast().saving());
        assertTrue(group.elastiCache.hasAvailableBackup("one"));
    }

    @Test
    void theNameIsGivenOnce() {
        OneGroup group = OneGroup.of(1, 1);
        group.backUp("one");
        assertThrows(SnapshotAlreadyExistsException.class, () -> group.backUp("ONE"));
        group.passMinutes(7);
        assertThrows(InvalidParameterValueException.class, () -> group.backUp("two--hyphens"));
        assertThrows(InvalidParameterValueException.class, () -> group.backUp("x".repeat(41)));
    }

    /// A status that the API's own text does not list.
    @Test
    void itMayFailOrHangOrTakeLong() {
        OneGroup failing = struck("FAILS");
        failing.backUp("one");
        failing.passMinutes(7);
        assertEquals("failed", failing.backupStatus("one"));
        assertEquals("available", failing.look().status());

        OneGroup hanging = struck("HANGS");
        hanging.backUp("one");
        hanging.pass(Duration.ofHours(25));
        assertEquals("creating", hanging.backupStatus("one"));

        OneGroup slow = struck("SLOW");
        slow.backUp("one");
        slow.passMinutes(59);
        assertEquals("creating", slow.backupStatus("one"));
        slow.passMinutes(2);
        assertEquals("available", slow.backupStatus("one"));
    }

    @Test
    void twentyADay() {
        OneGroup group = OneGroup.of(SETUP, OneGroup.fresh().withBackupsToday(19));
        group.backUp("one");
        group.passMinutes(7);
        assertThrows(SnapshotQuotaExceededException.class, () -> group.backUp("two"));
    }

    @Test
    void elastiCacheTakesItsOwn() {
        OneGroup group =
                OneGroup.of(SETUP, OneGroup.fresh().withAutomatedBackupOf(Duration.ofMinutes(5)));
        assertEquals("snapshotting", group.look().status());
        group.passMinutes(6);
        assertEquals("available", group.look().status());
        group.owner.act(GroupIntervention.BACKUP_BY_ITSELF);
        assertEquals("snapshotting", group.look().status());
        assertEquals(3, of(group, "system").size());
    }

    private static List<String> of(OneGroup group, String source) {
        return group
                .elastiCache
                .describeSnapshotsPaginator(
                        request -> request.replicationGroupId(OneGroup.ID).snapshotSource(source))
                .snapshots()
                .stream()
                .map(Snapshot::snapshotName)
                .toList();
    }

    @Test
    void listsByTheGroupAndTheSource() {
        OneGroup group = OneGroup.of(1, 1);
        group.backUp("one");
        group.passMinutes(7);
        group.backUp("two");
        assertEquals(List.of("one", "two"), of(group, "user"));
        assertEquals(
                "manual",
                group.elastiCache
                        .describeSnapshots(request -> request.snapshotName("one"))
                        .snapshots()
                        .getFirst()
                        .snapshotSource());
        assertThrows(InvalidParameterValueException.class, () -> of(group, "manual"));
    }

    @Test
    void deletesWhatIsDone() {
        OneGroup group = OneGroup.of(1, 1);
        group.backUp("one");
        assertThrows(InvalidSnapshotStateException.class, () -> delete(group, "one"));
        group.passMinutes(7);
        delete(group, "one");
        assertThrows(SnapshotNotFoundException.class, () -> delete(group, "one"));
        assertThrows(SnapshotNotFoundException.class, () -> group.backupStatus("one"));
        assertThrows(
                InvalidSnapshotStateException.class,
                () -> delete(group, of(group, "system").getFirst()));
    }

    private static void delete(OneGroup group, String name) {
        group.elastiCache.deleteSnapshot(request -> request.snapshotName(name));
    }
}
