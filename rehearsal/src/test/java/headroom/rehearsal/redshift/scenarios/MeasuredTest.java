package headroom.rehearsal.redshift.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.scenario.Scenario;
import headroom.rehearsal.scenario.ScenarioRun;
import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

/// What the deployed functions measure of a whole scenario.
final class MeasuredTest {
    /// The report says 16 min.
    @Test
    void aRunIsCountedOnceWithItsPause() {
        List<String> runs =
                measured("a_disk_alarm_resizes_the_cluster").stream()
                        .filter(each -> each.contains("\"Runs\":"))
                        .map(MeasuredTest::values)
                        .toList();
        assertEquals(
                List.of(
                        "\"Resource\":\"redshift/analytics\",\"Outcome\":\"resized\",\"Runs\":1,\"PauseSeconds\":973}"),
                runs);
    }

    @Test
    void aLongPauseClimbsThroughTheWarnings() {
        List<String> levels =
                measured("a_long_resize_is_warned_of_before_the_source_log_expires").stream()
                        .filter(each -> each.contains("\"Watched\":1"))
                        .map(each -> each.replaceFirst(".*\"OpenWarnings\":(\\d+).*", "$1"))
                        .distinct()
                        .toList();
        assertEquals(List.of("0", "50", "80", "100"), levels);
    }

    private static String values(String line) {
        return line.replaceFirst(".*]},", "");
    }

    private static List<String> measured(String name) {
        Scenario<RedshiftSimulation> scenario =
                Scenarios.all().stream()
                        .filter(each -> each.name().equals(name))
                        .findFirst()
                        .orElseThrow();
        List<String> lines = new ArrayList<>();
        new ScenarioRun<>(scenario)
                .play(
                        (Entry entry) -> {
                            if (entry.kind() == Kind.METRIC) {
                                lines.add(entry.detail());
                            }
                        });
        return lines;
    }
}
