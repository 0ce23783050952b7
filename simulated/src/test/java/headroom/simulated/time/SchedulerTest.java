package headroom.simulated.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

final class SchedulerTest {
    private static final Instant START = Instant.parse("2026-11-22T04:00:00Z");

    private final Scheduler scheduler = new Scheduler(START);
    private final List<String> seen = new ArrayList<>();

    @Test
    void keepsAppointmentsByTimeAndThenByOrderOfEntry() {
        note("late", 20);
        note("first", 10);
        note("second", 10);

        runAll();

        assertEquals(List.of("first", "second", "late"), seen);
        assertEquals(START.plusSeconds(20), scheduler.now());
    }

    @Test
    void letsHappenWhatIsDueWhileSomebodyWaits() {
        note("meanwhile", 10);
        note("after", 31);
        scheduler.after(
                Duration.ofSeconds(1),
                () -> {
                    seen.add("waits");
                    scheduler.pass(Duration.ofSeconds(29));
                    seen.add("at " + Duration.between(START, scheduler.now()).toSeconds());
                });

        runAll();

        assertEquals(List.of("waits", "meanwhile", "at 30", "after"), seen);
    }

    @Test
    void forgetsACancelledAppointmentAndLeavesTheClockAlone() {
        note("kept", 10);
        scheduler.after(Duration.ofSeconds(30), () -> seen.add("cancelled")).cancel();

        runAll();

        assertEquals(List.of("kept"), seen);
        assertEquals(START.plusSeconds(10), scheduler.now());
    }

    @Test
    void showsItsTimeAsAClock() {
        var clock = scheduler.clock();
        note("move", 90);

        runAll();

        assertEquals(START.plusSeconds(90), clock.instant());
        assertFalse(scheduler.runNext());
    }

    @Test
    void refusesThePast() {
        assertThrows(
                IllegalArgumentException.class,
                () -> scheduler.after(Duration.ofSeconds(-1), () -> {}));
    }

    private void note(String name, int seconds) {
        scheduler.after(Duration.ofSeconds(seconds), () -> seen.add(name));
    }

    private void runAll() {
        while (scheduler.runNext()) {
            // Each appointment notes itself.
        }
    }
}
