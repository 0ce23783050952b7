package headroom.rehearsal.redshift.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.redshift.Policy;
import headroom.redshift.RedshiftSettings;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.rehearsal.scenario.Scenario;
import headroom.rehearsal.scenario.ScenarioRun;
import headroom.simulated.redshift.RedshiftBehaviour.Quirk;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// Every subject, of reports, of the state machine's own messages and of the watch's, with the
/// longest name that a cluster may have: SNS refuses one of a hundred characters.
final class LongestClusterTest {
    private static final Setup SCENE = Setup.ORDINARY.withCluster(Setup.LONGEST_CLUSTER);

    @Test
    void isAsLongAsRedshiftPermits() {
        assertEquals(63, Setup.LONGEST_CLUSTER.length());
    }

    @Test
    void canBeToldThatAMessageIsDeclined() {
        assertTold(
                SCENE,
                it -> it.scheduler().after(Duration.ofMinutes(35), () -> it.publish("now, please")),
                "Headroom: a message was declined, as the lease is held, ",
                "Headroom: " + Setup.LONGEST_CLUSTER + " was resized; repl");
    }

    @Test
    void canBeToldOfAClassicResize() {
        assertTold(
                SCENE.withNodes(1).with(Policy.upTo(16).with(RedshiftSettings.CLASSIC_HOURS, 12)),
                _ -> {},
                "Headroom WARNING: a classic resize begins, ",
                "Headroom WARNING: DMS tasks paused for 50 % of the log retention, ",
                "Headroom WARNING: DMS tasks paused for 80 % of the log retention, ",
                "Headroom: " + Setup.LONGEST_CLUSTER + " was resized; repl");
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
                "Headroom: " + Setup.LONGEST_CLUSTER + " has its replicat");
    }

    @Test
    void canBeToldLateAndWithWhatMattersFirst() {
        assertTold(
                SCENE.with(
                        "dms.StartReplicationTask#1x9:InvalidResourceStateException",
                        "machine.Publish#1x9:SNS.InternalErrorException/BEFORE"),
                _ -> {},
                "Headroom CRITICAL (log ends 23 Nov 04:26Z, disk 40 %) (late): DMS tasks NOT",
                "Headroom: " + Setup.LONGEST_CLUSTER + " has its replicat");
    }

    @Test
    void canBeToldThatTheDiskIsOutOfSight() {
        assertTold(
                SCENE.withDisk(50).with(Quirk.METRIC_STOPS),
                _ -> {},
                "Headroom WARNING: no disk metric, ");
        assertTold(
                SCENE.withDisk(50).with("minute#5:DELETE_CLUSTER"),
                _ -> {},
                "Headroom WARNING: there is no such cluster, ");
    }

    /// @param beginnings of the subjects, in order
    private static void assertTold(
            Setup setup, Consumer<RedshiftSimulation> plot, String... beginnings) {
        Scenario<RedshiftSimulation> scenario =
                RedshiftScenario.open(
                                "longest", "The name is long.", setup, plot, Duration.ofDays(3))
                        .lasting(Duration.ofHours(24));
        ScenarioRun<RedshiftSimulation> played = new ScenarioRun<>(scenario).play(_ -> {});
        List<String> subjects = played.simulation().operators().subjects();
        assertEquals(List.of(), played.violations());
        assertEquals(beginnings.length, subjects.size(), subjects::toString);
        for (int each = 0; each < beginnings.length; each++) {
            assertTrue(subjects.get(each).startsWith(beginnings[each]), subjects::toString);
        }
    }
}
