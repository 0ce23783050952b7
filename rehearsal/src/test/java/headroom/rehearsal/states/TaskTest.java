package headroom.rehearsal.states;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.rehearsal.states.Execution.Status;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

final class TaskTest {
    private final Bench simulation = new Bench();

    @Test
    void handsTheResultOn() {
        simulation.answering("ask", Map.of("Payload", Map.of("n", 7)));

        Execution execution =
                simulation.play(
                        """
                        "Ask": {"Type": "Task", "Resource": "ask",
                            "Arguments": {"size": "{% $states.input.size * 2 %}", "fixed": [1, null]},
                            "Output": "{% $states.result.Payload %}", "Next": "Done"},
                        "Done": {"Type": "Succeed"}\
                        """,
                        Map.of("size", 2));

        assertEquals(List.of(Json.read("{\"size\": 4, \"fixed\": [1, null]}")), simulation.asked);
        assertEquals(List.of("Ask", "Done"), simulation.path());
        assertEquals(Status.SUCCEEDED, execution.status());
        assertEquals(Map.of("n", 7), execution.output());
    }

    @Test
    void asksWithItsInputWhereItHasNoArguments() {
        simulation.answering("ask", "fine");

        Execution execution = ask("", Map.of("size", 2));

        assertEquals(List.of(Map.of("size", 2)), simulation.asked);
        assertEquals("fine", execution.output());
    }

    @Test
    void evaluatesOutputAndAssignFromTheValuesAtEntry() {
        simulation.answering("ask", 5);

        Execution execution =
                simulation.play(
                        """
                        "Start": {"Type": "Pass", "Assign": {"n": 1}, "Next": "Ask"},
                        "Ask": {"Type": "Task", "Resource": "ask",
                            "Assign": {"n": "{% $n + $states.result %}", "m": "{% $n %}"},
                            "Output": "{% $n %}", "Next": "After"},
                        "After": {"Type": "Pass",
                            "Output": "{% [$states.input, $n, $m] %}", "End": true}\
                        """,
                        null);

        assertEquals(List.of(1, 6, 1), execution.output());
    }

    @Test
    void timesOutAndIgnoresTheLateAnswer() {
        simulation.answeringLate("ask", Duration.ofSeconds(90), "late");

        Execution execution =
                ask("\"TimeoutSeconds\": \"{% $states.input.patience %}\"", Map.of("patience", 60));

        assertEquals(Status.FAILED, execution.status());
        assertEquals(new Failure("States.Timeout", null), execution.failure());
        assertEquals(Bench.START.plusSeconds(60), execution.endedAt());
        assertEquals(Duration.ofSeconds(90), simulation.elapsed());
        assertNull(execution.output());
    }

    @Test
    void isOutOfTimeForAnAnswerAtTheSameInstant() {
        simulation.answeringLate("ask", Duration.ofSeconds(60), "late");

        Execution execution = ask("\"TimeoutSeconds\": 60", null);

        assertEquals(new Failure("States.Timeout", null), execution.failure());
    }

    @Test
    void takesAnAnswerThatComesInTime() {
        simulation.answeringLate("ask", Duration.ofSeconds(59), "in time");

        Execution execution = ask("\"TimeoutSeconds\": 60", null);

        assertEquals("in time", execution.output());
        assertEquals(Duration.ofSeconds(59), simulation.elapsed());
    }

    @Test
    void refusesATimeoutThatIsNoNumberOfSeconds() {
        simulation.answering("ask", 1);

        Execution execution = ask("\"TimeoutSeconds\": \"{% 0.5 %}\"", null);

        assertEquals(
                new Failure(
                        "States.QueryEvaluationError",
                        "TimeoutSeconds is 0.5; expected a whole number of seconds from 1 to"
                                + " 99999999."),
                execution.failure());
        assertEquals(List.of(), simulation.asked);
    }

    @Test
    void showsItselfInTheContext() {
        simulation.with(
                "ask",
                (arguments, call) ->
                        simulation.scheduler.after(
                                Duration.ofMillis(1_500), () -> call.succeed(arguments)));

        Execution execution =
                simulation.play(
                        """
                        "First": {"Type": "Wait", "Seconds": 2, "Next": "Ask"},
                        "Ask": {"Type": "Task", "Resource": "ask",
                            "Arguments": "{% $states.context %}", "End": true}\
                        """,
                        Map.of("a", 1));

        assertEquals(
                Json.read(
                        """
                        {"Execution": {
                            "Id": "arn:aws:states:eu-west-1:111122223333:execution:small:run",
                            "Input": {"a": 1}, "Name": "run", "RedriveCount": 0,
                            "StartTime": "2026-11-22T04:00:00.000Z"},
                         "State": {"EnteredTime": "2026-11-22T04:00:02.000Z", "Name": "Ask",
                            "RetryCount": 0},
                         "StateMachine": {
                            "Id": "arn:aws:states:eu-west-1:111122223333:stateMachine:small",
                            "Name": "small"}}\
                        """),
                execution.output());
    }

    @Test
    void refusesASecondAnswerToOneCall() {
        List<Call> calls = new ArrayList<>();
        simulation.with("ask", (arguments, call) -> calls.add(call));
        Machine machine =
                simulation.load(
                        Bench.machine(
                                """
                                "Ask": {"Type": "Task", "Resource": "ask", "End": true}\
                                """));
        Execution execution = machine.start("run", null);
        simulation.scheduler.runNext();
        calls.getFirst().succeed(1);

        IllegalStateException twice =
                assertThrows(IllegalStateException.class, () -> calls.getFirst().succeed(2));

        assertEquals(
                "State Ask has its answer already; a call is answered once.", twice.getMessage());
        assertEquals(1, execution.output());
        assertEquals("Ask", calls.getFirst().state());
        assertEquals(execution, calls.getFirst().execution());
    }

    @Test
    void tellsWhatHappensInOrder() {
        simulation.answering("ask", new Failure("Broken", "at once"));

        Execution execution = ask("\"Arguments\": 1", Map.of());

        assertEquals(
                List.of(
                        new Event.ExecutionStarted(execution),
                        new Event.StateEntered(execution, "Ask", Map.of()),
                        new Event.TaskCalled(execution, "Ask", "ask", 1),
                        new Event.StateFailed(execution, "Ask", new Failure("Broken", "at once")),
                        new Event.ExecutionEnded(execution)),
                simulation.events);
        assertInstanceOf(Event.ExecutionEnded.class, simulation.events.getLast());
    }

    /// Plays a machine of one task.
    private Execution ask(String fields, @Nullable Object input) {
        String last = fields.isEmpty() ? "" : ", " + fields;
        return simulation.play(
                "\"Ask\": {\"Type\": \"Task\", \"Resource\": \"ask\", \"End\": true" + last + "}",
                input);
    }
}
