package headroom.rehearsal.redshift.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.rehearsal.scenario.ScenarioRun;
import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Runs that fail again and again, each of which costs a pause.
final class RepeatedFailuresTest {
    private static final Duration TIME = Duration.ofDays(3);

    /// Whole hours from the end of a run to the begin of the next.
    @ParameterizedTest
    @CsvSource({"79.96, '0, 4, 24'", "95, '1, 1, 1, 4, 4'"})
    void leaveTheMoreTimeBetweenThem(double diskPercent, String hours) {
        List<Instant> failed = new ArrayList<>();
        List<Instant> started = new ArrayList<>();
        Setup setup = Setup.ORDINARY.withDisk(diskPercent).with("cluster.Resize#1x9:FAILS");
        ScenarioRun<RedshiftSimulation> run =
                new ScenarioRun<>(Scenarios.upset(setup).lasting(TIME))
                        .play(
                                (Entry each) -> {
                                    if (each.kind() == Kind.EXECUTION) {
                                        note(each, failed, started);
                                    }
                                });

        String between =
                failed.stream()
                        .limit(hours.split(",", -1).length)
                        .map(end -> hoursToTheNext(end, started))
                        .collect(Collectors.joining(", "));
        assertEquals(hours, between);
        assertEquals(List.of(), run.violations());
    }

    /// What never ends well is tried again and again, and told of at once, after an hour, after
    /// four, and then once a day; and at each step of the source's log. A refusal is told once a
    /// day.
    @ParameterizedTest
    @CsvSource({
        "dms.StartReplicationTask#1+:InvalidResourceStateException, '5, 2, 1'",
        "function.PlanResize#1+:Runtime.ExitError/BEFORE,           '3, 1, 1'",
        "'',                                                        '1, 2, 2'"
    })
    void areToldOfAFewTimesADay(String fault, String mails) {
        Setup setup = fault.isEmpty() ? Setup.ORDINARY.withCeiling(4) : Setup.ORDINARY.with(fault);
        List<Integer> days = new ArrayList<>(List.of(0, 0, 0));
        List<Instant> begin = new ArrayList<>();
        ScenarioRun<RedshiftSimulation> run =
                new ScenarioRun<>(Scenarios.upset(setup).lasting(TIME))
                        .play(
                                (Entry each) -> {
                                    if (begin.isEmpty()) {
                                        begin.add(each.at());
                                    }
                                    if (each.kind() == Kind.REPORT) {
                                        long day =
                                                Duration.between(begin.getFirst(), each.at())
                                                        .toDays();
                                        days.set((int) day, days.get((int) day) + 1);
                                    }
                                });

        assertEquals(
                mails,
                days.stream().map(Object::toString).collect(Collectors.joining(", ")),
                () -> run.simulation().operators().subjects().toString());
        assertEquals(List.of(), run.violations());
        assertTrue(run.simulation().executions().size() > 20);
    }

    /// What Redshift refuses before the pause it would refuse in it, each time.
    @Test
    void ofASnapshotStopNoWriter() {
        Setup setup =
                Setup.ORDINARY.with(
                        "redshift.CreateClusterSnapshot#1+:ClusterSnapshotQuotaExceededException");
        ScenarioRun<RedshiftSimulation> run =
                new ScenarioRun<>(Scenarios.upset(setup).lasting(Duration.ofMinutes(370)))
                        .play(_ -> {});

        assertEquals(
                List.of(),
                run.simulation().journal().calls(Set.of("StopReplicationTask", "StopReplication")));
        assertTrue(run.simulation().executions().size() > 5);
        assertEquals(List.of(), run.violations());
    }

    private static void note(Entry entry, List<Instant> failed, List<Instant> started) {
        if (entry.detail().startsWith("FAILED")) {
            failed.add(entry.at());
        } else if (entry.detail().equals("started")) {
            started.add(entry.at());
        }
    }

    private static String hoursToTheNext(Instant end, List<Instant> started) {
        Instant next = started.stream().filter(each -> each.isAfter(end)).findFirst().orElseThrow();
        return Long.toString(Duration.between(end, next).toHours());
    }
}
