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

    private final Stage stage = new Stage().answering("ask", "answer");

    @Test
    void runsFromTheAgendaAndThenKnowsHowItEnded() {
        Execution execution = stage.load(Stage.machine(HOLD)).start("run", Map.of("a", 1));

        assertTrue(execution.isRunning());
        assertEquals(Status.RUNNING, execution.status());
        assertNull(execution.endedAt());
        assertEquals(List.of(), stage.path());
        stage.runAll();

        assertFalse(execution.isRunning());
        assertEquals("run", execution.name());
        assertEquals("arn:aws:states:eu-west-1:111122223333:execution:small:run", execution.arn());
        assertEquals(Map.of("a", 1), execution.input());
        assertEquals("answer", execution.output());
        assertEquals(Stage.START, execution.startedAt());
        assertEquals(Stage.START.plusSeconds(60), execution.endedAt());
        assertNull(execution.failure());
    }

    @Test
    void keepsItsInputFromLaterChanges() {
        Map<String, Object> input = new HashMap<>(Map.of("a", 1));
        Execution execution = stage.load(Stage.machine(HOLD)).start("run", input);

        input.put("a", 2);

        assertEquals(Map.of("a", 1), execution.input());
    }

    @Test
    void stopsWhereItIsWhenAborted() {
        Execution execution = stage.load(Stage.machine(HOLD)).start("run", null);
        stage.agenda.after(Duration.ofSeconds(30), () -> execution.abort("Operator", "by hand"));

        stage.runAll();

        assertEquals(Status.ABORTED, execution.status());
        assertEquals(new Failure("Operator", "by hand"), execution.failure());
        assertEquals(List.of("Hold"), stage.path());
        assertEquals(Duration.ofSeconds(30), stage.elapsed());
        assertEquals(new Event.ExecutionEnded(execution), stage.events.getLast());
    }

    @Test
    void ignoresTheAnswerThatComesAfterItsAbort() {
        stage.with(
                "ask",
                (arguments, call) ->
                        stage.agenda.after(Duration.ofSeconds(9), () -> call.fail("Late", null)));
        Execution execution = stage.load(Stage.machine(HOLD)).start("run", null);
        stage.agenda.after(Duration.ofSeconds(65), () -> execution.abort("Operator", null));

        stage.runAll();

        assertEquals(Status.ABORTED, execution.status());
        assertEquals(List.of("Hold", "Ask"), stage.path());
        assertEquals(Duration.ofSeconds(69), stage.elapsed());
    }

    @Test
    void canBeAbortedByWhoeverHearsOfAnEvent() {
        stage.telling(
                event -> {
                    if (event instanceof Event.StateEntered(Execution it, String state, var input)
                            && state.equals("Ask")) {
                        it.abort("Operator", "on entering with " + input);
                    }
                });

        Execution execution = stage.play(HOLD, null);

        assertEquals(new Failure("Operator", "on entering with null"), execution.failure());
        assertEquals(List.of(), stage.asked);
        assertEquals(new Event.ExecutionEnded(execution), stage.events.getLast());
    }

    @Test
    void stopsAllBranchesWhenAborted() {
        stage.with("ask", (arguments, call) -> {});
        Execution execution =
                stage.load(
                                Stage.machine(
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
        stage.agenda.after(Duration.ofSeconds(5), () -> execution.abort("Operator", null));

        stage.runAll();

        assertEquals(Duration.ofSeconds(5), stage.elapsed());
    }

    @Test
    void ignoresAnAbortAfterItsEnd() {
        Execution execution = stage.play(HOLD, null);

        execution.abort("Operator", null);

        assertEquals(Status.SUCCEEDED, execution.status());
        assertEquals(
                1, stage.events.stream().filter(Event.ExecutionEnded.class::isInstance).count());
    }

    @Test
    void timesOutWithoutAnyCatch() {
        stage.with("ask", (arguments, call) -> {});
        String timed = Stage.machine(HOLD).replaceFirst("\\{", "{\"TimeoutSeconds\": 100, ");
        Execution execution = stage.load(timed).start("run", null);

        stage.runAll();

        assertEquals(Status.TIMED_OUT, execution.status());
        assertEquals(new Failure("States.Timeout", null), execution.failure());
        assertEquals(List.of("Hold", "Ask"), stage.path());
        assertEquals(Duration.ofSeconds(100), stage.elapsed());
    }

    @Test
    void livesAYearAtMost() {
        stage.with("ask", (arguments, call) -> {});

        Execution execution = stage.play(HOLD, null);

        assertEquals(Status.TIMED_OUT, execution.status());
        assertEquals(Duration.ofDays(365), stage.elapsed());
    }

    @Test
    void startsAgainWithoutAnythingOfTheFirstRun() {
        Machine machine =
                stage.load(
                        Stage.machine(
                                """
                                "Seen?": {"Type": "Pass", "Output": "{% $exists($seen) %}",
                                    "Assign": {"seen": true}, "End": true}\
                                """));

        Execution first = machine.start("first", null);
        Execution second = machine.start("second", null);
        stage.runAll();

        assertEquals(false, first.output());
        assertEquals(false, second.output());
    }

    @Test
    void refusesToAskAResourceThatNobodyAnswersFor() {
        Definition definition = Definition.parse(Stage.machine(HOLD), java.util.Set.of("ask"));
        Machine machine =
                new Machine(Stage.ARN, definition, Map.of(), stage.agenda, stage.events::add);
        machine.start("run", null);

        IllegalStateException refusal = assertThrows(IllegalStateException.class, stage::runAll);

        assertEquals("Nobody answers for the resource ask; known are [].", refusal.getMessage());
    }
}
