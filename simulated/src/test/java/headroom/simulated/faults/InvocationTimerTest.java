package headroom.simulated.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Journal;
import headroom.simulated.journal.Kind;
import headroom.simulated.time.Scheduler;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

final class InvocationTimerTest {
    private static final Instant START = Instant.parse("2026-11-22T04:00:00Z");

    private final Scheduler scheduler = new Scheduler(START);
    private final Journal journal = new Journal(scheduler);
    private final Faults faults = new Faults(List.of(), journal);
    private final InvocationTimer timer = new InvocationTimer(scheduler, journal, faults);

    @Test
    void putsTheFirstMomentsAtTheEnd() {
        try (InvocationTimer.Invocation invocation = timer.begin()) {
            use(100);
            assertEquals(0, passed());
            assertEquals(Duration.ofMillis(400), invocation.rest());
            use(300);
            assertEquals(0, passed());
            use(50);
            assertEquals(50, passed());
            assertEquals(Duration.ofMillis(400), invocation.rest());
            assertEquals(Duration.ofMillis(450), invocation.used());
        }
    }

    @Test
    void endsWhatTakesTooLongAtItsLimit() {
        try (InvocationTimer.Invocation invocation = timer.begin()) {
            use(299_000);
            assertThrows(InvocationTimer.TimedOut.class, () -> use(1_000));
            assertThrows(InvocationTimer.TimedOut.class, () -> use(1));
            assertEquals(InvocationTimer.LIMIT, invocation.used());
            assertEquals(300_000, passed() + invocation.rest().toMillis());
        }
    }

    @Test
    void letsTheWorldGoOnMeanwhileAsIfTheFunctionWereNotThere() {
        scheduler.after(
                Duration.ofSeconds(5),
                () -> {
                    journal.note(Kind.TASK, "orders", "stopped");
                    faults.strike("machine.Publish");
                    use(60_000);
                });

        journal.as(
                "run",
                () -> {
                    try (InvocationTimer.Invocation _ = timer.begin();
                            Faults.Shift _ = faults.calledBy("PauseReplication")) {
                        use(10_000);
                        journal.note(Kind.CALL, "StopReplicationTask", "customers");
                    }
                });

        assertEquals("", by(Kind.TASK));
        assertEquals("run", by(Kind.CALL));
        assertEquals(Set.of("StateMachine machine.Publish"), faults.callers());
        assertEquals(9_600, passed());
    }

    @Test
    void countsForTheOuterWhatAnInnerInvocationTakes() {
        scheduler.after(
                Duration.ofSeconds(5),
                () -> {
                    try (InvocationTimer.Invocation _ = timer.begin()) {
                        use(280_400);
                    }
                });
        try (InvocationTimer.Invocation outer = timer.begin()) {
            use(6_000);
            assertTrue(outer.used().compareTo(Duration.ofSeconds(285)) >= 0);
            assertThrows(InvocationTimer.TimedOut.class, () -> use(20_000));
        }
    }

    @Test
    void costsNobodyTimeOutsideOfAnInvocation() {
        use(1_000_000);
        try (InvocationTimer.Invocation _ = timer.begin()) {
            use(1);
        }
        use(1_000_000);

        assertEquals(0, passed());
    }

    private String by(Kind kind) {
        return journal.entries(kind).map(Entry::by).findFirst().orElseThrow();
    }

    private void use(long millis) {
        timer.use(Duration.ofMillis(millis));
    }

    private long passed() {
        return Duration.between(START, scheduler.now()).toMillis();
    }
}
