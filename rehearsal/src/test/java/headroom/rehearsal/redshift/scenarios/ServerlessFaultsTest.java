package headroom.rehearsal.redshift.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.rehearsal.redshift.invariants.StoppedTasksRunOrAreReported;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.rehearsal.scenario.ScenarioRun;
import headroom.simulated.faults.Fault;
import headroom.simulated.faults.FaultKinds;
import headroom.simulated.redshift.RedshiftFaults;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The ordinary setup has no serverless replication, so the faults of those are played here.
final class ServerlessFaultsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "dms.DescribeReplications",
                "dms.StopReplication",
                "dms.StartReplication",
                "stop.clicks",
                "start.clicks"
            })
    void violateNothing(String place) {
        for (String what : RedshiftFaults.KINDS.at(place)) {
            for (Fault fault : faults(place, what)) {
                ScenarioRun<RedshiftSimulation> run = play(fault);
                assertEquals(List.of(), run.violations(), fault::toString);
                assertTrue(run.simulation().faults().struck() > 0, fault::toString);
            }
        }
    }

    /// At the first call and at the third, once, and if it is not a denial for good.
    private static List<Fault> faults(String place, String what) {
        List<Fault> faults = new ArrayList<>();
        faults.add(Fault.once(place, 1, what));
        if (!FaultKinds.denies(what)) {
            faults.add(new Fault(place, 1, Fault.FOR_GOOD, what));
        }
        if (place.startsWith("dms.Describe")) {
            faults.add(Fault.once(place, 3, what));
        }
        return faults;
    }

    private static ScenarioRun<RedshiftSimulation> play(Fault fault) {
        Setup setup = ReplicationScenarios.SERVERLESS.with(List.of(fault));
        return new ScenarioRun<>(Scenarios.upset(setup).endedAfter(Duration.ofDays(2)))
                .play(_ -> {});
    }

    @Test
    void aServerlessReplicationLeftStoppedInSilenceIsSeen() {
        new Broken()
                .in(ReplicationScenarios.SERVERLESS)
                .replaces("ResumeReplication", (_, real) -> Broken.withoutTask("clicks", real))
                .replaces("ConfirmResumed", (_, real) -> Broken.withoutTask("clicks", real))
                .isReportedBy(StoppedTasksRunOrAreReported.class);
    }
}
