package headroom.rehearsal.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

final class AgendaTest {
    private static final Instant START = Instant.parse("2026-11-22T04:00:00Z");

    private final Agenda agenda = new Agenda(START);
    private final List<String> seen = new ArrayList<>();

    @Test
    void keepsAppointmentsByTimeAndThenByOrderOfEntry() {
        note("late", 20);
        note("first", 10);
        note("second", 10);

        runAll();

        assertEquals(List.of("first", "second", "late"), seen);
        assertEquals(START.plusSeconds(20), agenda.now());
    }

    @Test
    void letsHappenWhatIsDueWhileSomebodyWaits() {
        note("meanwhile", 10);
        note("after", 31);
        agenda.after(
                Duration.ofSeconds(1),
                () -> {
                    seen.add("waits");
                    agenda.pass(Duration.ofSeconds(29));
                    seen.add("at " + Duration.between(START, agenda.now()).toSeconds());
                });

        runAll();

        assertEquals(List.of("waits", "meanwhile", "at 30", "after"), seen);
    }

    @Test
    void forgetsACancelledAppointmentAndLeavesTheClockAlone() {
        note("kept", 10);
        agenda.after(Duration.ofSeconds(30), () -> seen.add("cancelled")).cancel();

        runAll();

        assertEquals(List.of("kept"), seen);
        assertEquals(START.plusSeconds(10), agenda.now());
    }

    @Test
    void showsItsTimeAsAClock() {
        var clock = agenda.clock();
        note("move", 90);

        runAll();

        assertEquals(START.plusSeconds(90), clock.instant());
        assertFalse(agenda.runNext());
    }

    @Test
    void refusesThePast() {
        assertThrows(
                IllegalArgumentException.class,
                () -> agenda.after(Duration.ofSeconds(-1), () -> {}));
    }

    private void note(String name, int seconds) {
        agenda.after(Duration.ofSeconds(seconds), () -> seen.add(name));
    }

    private void runAll() {
        while (agenda.runNext()) {
            // Each appointment notes itself.
        }
    }
}
