package headroom.rehearsal.story;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.rehearsal.journal.Entry;
import headroom.rehearsal.journal.Kind;
import headroom.rehearsal.stage.Scene;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
        Scene scene = Scene.ORDINARY.withDisk(diskPercent).with("cluster.Resize#1x9:FAILS");
        Performance performance =
                new Performance(Story.open("failing", "", scene, _ -> {}, TIME).lasting(TIME))
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
        assertEquals(List.of(), performance.violations());
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
