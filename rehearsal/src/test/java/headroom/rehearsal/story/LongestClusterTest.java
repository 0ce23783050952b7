package headroom.rehearsal.story;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Policy;
import headroom.rehearsal.aws.RedshiftDials.Trouble;
import headroom.rehearsal.stage.Scene;
import headroom.rehearsal.stage.Stage;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// Every subject, of reports, of the state machine's own messages and of the watch's, with the
/// longest name that a cluster may have: SNS refuses one of a hundred characters.
final class LongestClusterTest {
    private static final Scene SCENE = Scene.ORDINARY.withCluster(Scene.LONGEST_CLUSTER);

    @Test
    void isAsLongAsRedshiftPermits() {
        assertEquals(63, Scene.LONGEST_CLUSTER.length());
    }

    @Test
    void canBeToldThatAMessageIsDeclined() {
        assertTold(
                SCENE,
                stage ->
                        stage.agenda()
                                .after(Duration.ofMinutes(35), () -> stage.publish("now, please")),
                "Headroom: a message was declined, as the lease is held, ",
                "Headroom: " + Scene.LONGEST_CLUSTER + " was resized; repl");
    }

    @Test
    void canBeToldOfAClassicResize() {
        assertTold(
                SCENE.withNodes(1).with(Policy.upTo(16).withClassic(Duration.ofHours(12))),
                _ -> {},
                "Headroom WARNING: a classic resize begins, ",
                "Headroom WARNING: DMS tasks paused for 50 % of the log retention, ",
                "Headroom WARNING: DMS tasks paused for 80 % of the log retention, ",
                "Headroom: " + Scene.LONGEST_CLUSTER + " was resized; repl");
    }

    @Test
    void canBeToldThatNoReportCouldBeComposed() {
        assertTold(
                SCENE.with("function.ComposeReport#1x9:Runtime.ExitError/BEFORE"),
                _ -> {},
                "Headroom: redshift/");
    }

    @Test
    void canBeToldThatTasksDoNotRunThoughNoReportCouldBeComposed() {
        assertTold(
                SCENE.with(
                        "dms.StartReplicationTask#1x9:InvalidResourceStateException",
                        "function.ComposeReport#1x9:Runtime.ExitError/BEFORE"),
                _ -> {},
                "Headroom CRITICAL, DMS tasks may be stopped: redshift/",
                "Headroom: " + Scene.LONGEST_CLUSTER + " has its replicat");
    }

    @Test
    void canBeToldLateAndWithWhatMattersFirst() {
        assertTold(
                SCENE.with(
                        "dms.StartReplicationTask#1x9:InvalidResourceStateException",
                        "machine.Publish#1x9:SNS.InternalErrorException/BEFORE"),
                _ -> {},
                "Headroom CRITICAL (log ends 23 Nov 04:26Z, disk 40 %) (late): DMS tasks NOT",
                "Headroom: " + Scene.LONGEST_CLUSTER + " has its replicat");
    }

    @Test
    void canBeToldThatTheDiskIsOutOfSight() {
        assertTold(
                SCENE.withDisk(50).with(Trouble.METRIC_STOPS),
                _ -> {},
                "Headroom WARNING: the disk is out of sight, ");
        assertTold(
                SCENE.withDisk(50).with("minute#5:DELETE_CLUSTER"),
                _ -> {},
                "Headroom WARNING: there is no such cluster, ");
    }

    /// @param beginnings of the subjects, in order
    private static void assertTold(Scene scene, Consumer<Stage> plot, String... beginnings) {
        Story story =
                Story.open("longest", "The name is long.", scene, plot, Duration.ofDays(3))
                        .lasting(Duration.ofHours(24));
        Performance played = new Performance(story).play(_ -> {});
        List<String> subjects = played.stage().operators().subjects();
        assertEquals(List.of(), played.violations());
        assertEquals(beginnings.length, subjects.size(), subjects::toString);
        for (int each = 0; each < beginnings.length; each++) {
            assertTrue(subjects.get(each).startsWith(beginnings[each]), subjects::toString);
        }
    }
}
