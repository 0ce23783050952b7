package headroom.rehearsal.states;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.rehearsal.states.Execution.Status;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

final class ExecutionTest {
    private static final String HOLD =
            """
            "Hold": {"Type": "Wait", "Seconds": 60, "Next": "Ask"},
            "Ask": {"Type": "Task", "Resource": "ask", "Next": "Done",
                "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Done"}]},
            "Done": {"Type": "Succeed"}\
            """;

    private final Bench simulation = new Bench().answering("ask", "answer");

    @Test
    void runsFromTheAgendaAndThenKnowsHowItEnded() {
        Execution execution = simulation.load(Bench.machine(HOLD)).start("run", Map.of("a", 1));

        assertTrue(execution.isRunning());
        assertEquals(Status.RUNNING, execution.status());
        assertNull(execution.endedAt());
        assertEquals(List.of(), simulation.path());
        simulation.runAll();

        assertFalse(execution.isRunning());
        assertEquals("run", execution.name());
        assertEquals("arn:aws:states:eu-west-1:111122223333:execution:small:run", execution.arn());
        assertEquals(Map.of("a", 1), execution.input());
        assertEquals("answer", execution.output());
        assertEquals(Bench.START, execution.startedAt());
        assertEquals(Bench.START.plusSeconds(60), execution.endedAt());
        assertNull(execution.failure());
    }

    @Test
    void keepsItsInputFromLaterChanges() {
        Map<String, Object> input = new HashMap<>(Map.of("a", 1));
        Execution execution = simulation.load(Bench.machine(HOLD)).start("run", input);

        input.put("a", 2);

        assertEquals(Map.of("a", 1), execution.input());
    }

    @Test
    void stopsWhereItIsWhenAborted() {
        Execution execution = simulation.load(Bench.machine(HOLD)).start("run", null);
        simulation.scheduler.after(
                Duration.ofSeconds(30), () -> execution.abort("Operator", "by hand"));

        simulation.runAll();

        assertEquals(Status.ABORTED, execution.status());
        assertEquals(new Failure("Operator", "by hand"), execution.failure());
        assertEquals(List.of("Hold"), simulation.path());
        assertEquals(Duration.ofSeconds(30), simulation.elapsed());
        assertEquals(new Event.ExecutionEnded(execution), simulation.events.getLast());
    }

    @Test
    void ignoresTheAnswerThatComesAfterItsAbort() {
        simulation.with(
                "ask",
                (arguments, call) ->
                        simulation.scheduler.after(
                                Duration.ofSeconds(9), () -> call.fail("Late", null)));
        Execution execution = simulation.load(Bench.machine(HOLD)).start("run", null);
        simulation.scheduler.after(Duration.ofSeconds(65), () -> execution.abort("Operator", null));

        simulation.runAll();

        assertEquals(Status.ABORTED, execution.status());
        assertEquals(List.of("Hold", "Ask"), simulation.path());
        assertEquals(Duration.ofSeconds(69), simulation.elapsed());
    }

    @Test
    void canBeAbortedByWhoeverHearsOfAnEvent() {
        simulation.telling(
                event -> {
                    if (event instanceof Event.StateEntered(Execution it, String state, var input)
                            && state.equals("Ask")) {
                        it.abort("Operator", "on entering with " + input);
                    }
                });

        Execution execution = simulation.play(HOLD, null);

        assertEquals(new Failure("Operator", "on entering with null"), execution.failure());
        assertEquals(List.of(), simulation.asked);
        assertEquals(new Event.ExecutionEnded(execution), simulation.events.getLast());
    }

    @Test
    void stopsAllBranchesWhenAborted() {
        simulation.with("ask", (arguments, call) -> {});
        Execution execution =
                simulation
                        .load(
                                Bench.machine(
                                        """
                                        "Both": {"Type": "Parallel", "End": true, "Branches": [
                                            {"StartAt": "Hold", "States": {
                                                "Hold": {"Type": "Wait", "Seconds": 99,
                                                    "End": true}}},
                                            {"StartAt": "Ask", "States": {
                                                "Ask": {"Type": "Task", "Resource": "ask",
                                                    "End": true}}}]}\
                                        """))
                        .start("run", null);
        simulation.scheduler.after(Duration.ofSeconds(5), () -> execution.abort("Operator", null));

        simulation.runAll();

        assertEquals(Duration.ofSeconds(5), simulation.elapsed());
    }

    @Test
    void ignoresAnAbortAfterItsEnd() {
        Execution execution = simulation.play(HOLD, null);

        execution.abort("Operator", null);

        assertEquals(Status.SUCCEEDED, execution.status());
        assertEquals(
                1,
                simulation.events.stream().filter(Event.ExecutionEnded.class::isInstance).count());
    }

    @Test
    void timesOutWithoutAnyCatch() {
        simulation.with("ask", (arguments, call) -> {});
        String timed = Bench.machine(HOLD).replaceFirst("\\{", "{\"TimeoutSeconds\": 100, ");
        Execution execution = simulation.load(timed).start("run", null);

        simulation.runAll();

        assertEquals(Status.TIMED_OUT, execution.status());
        assertEquals(new Failure("States.Timeout", null), execution.failure());
        assertEquals(List.of("Hold", "Ask"), simulation.path());
        assertEquals(Duration.ofSeconds(100), simulation.elapsed());
    }

    @Test
    void livesAYearAtMost() {
        simulation.with("ask", (arguments, call) -> {});

        Execution execution = simulation.play(HOLD, null);

        assertEquals(Status.TIMED_OUT, execution.status());
        assertEquals(Duration.ofDays(365), simulation.elapsed());
    }

    @Test
    void startsAgainWithoutAnythingOfTheFirstRun() {
        Machine machine =
                simulation.load(
                        Bench.machine(
                                """
                                "Seen?": {"Type": "Pass", "Output": "{% $exists($seen) %}",
                                    "Assign": {"seen": true}, "End": true}\
                                """));

        Execution first = machine.start("first", null);
        Execution second = machine.start("second", null);
        simulation.runAll();

        assertEquals(false, first.output());
        assertEquals(false, second.output());
    }

    @Test
    void refusesToAskAResourceThatNobodyAnswersFor() {
        Definition definition = Definition.parse(Bench.machine(HOLD), java.util.Set.of("ask"));
        Machine machine =
                new Machine(
                        Bench.ARN,
                        definition,
                        Map.of(),
                        simulation.scheduler,
                        simulation.events::add);
        machine.start("run", null);

        IllegalStateException refusal =
                assertThrows(IllegalStateException.class, simulation::runAll);

        assertEquals("Nobody answers for the resource ask; known are [].", refusal.getMessage());
    }
}
