package headroom.rehearsal.states;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.rehearsal.states.Execution.Status;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;

final class RecoveryTest {
    private static final Failure BUSY = new Failure("Busy", "come back");
    private final Bench simulation = new Bench();

    @Test
    void retriesThreeTimesWithDoubledDelaysByDefault() {
        simulation.answering("ask", BUSY);

        Execution execution = ask("\"Retry\": [{\"ErrorEquals\": [\"Busy\"]}], \"End\": true");

        assertEquals(BUSY, execution.failure());
        assertEquals(4, simulation.asked.size());
        assertEquals(delays(1, 2, 4), retried());
        assertEquals(Duration.ofSeconds(7), simulation.elapsed());
    }

    @Test
    void followsItsOwnNumbersUpToTheLongestDelay() {
        simulation.answering("ask", BUSY);

        ask(
                """
                "Retry": [{"ErrorEquals": ["Busy"], "IntervalSeconds": 10, "MaxAttempts": 4,
                    "BackoffRate": 1.5, "MaxDelaySeconds": 20}],
                "End": true\
                """);

        assertEquals(delays(10, 15, 20, 20), retried());
    }

    @Test
    void takesZeroAttemptsAsNever() {
        simulation.answering("ask", BUSY);

        Execution execution =
                ask(
                        """
                        "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 0},
                                  {"ErrorEquals": ["States.ALL"]}],
                        "End": true\
                        """);

        assertEquals(BUSY, execution.failure());
        assertEquals(1, simulation.asked.size());
    }

    @Test
    void keepsACountForEachRetrierAndAsksTheFirstThatMatches() {
        Failure lost = new Failure("Lost", null);
        simulation.answering("ask", BUSY, lost, BUSY, lost, lost);

        Execution execution =
                ask(
                        """
                        "Retry": [
                            {"ErrorEquals": ["Busy"], "MaxAttempts": 2, "IntervalSeconds": 5},
                            {"ErrorEquals": ["States.ALL"], "MaxAttempts": 2, "IntervalSeconds": 1}],
                        "End": true\
                        """);

        assertEquals(lost, execution.failure());
        assertEquals(delays(5, 1, 10, 2), retried());
    }

    @Test
    void startsAfreshWithEachVisitAndEachExecution() {
        simulation.answering("ask", BUSY, BUSY, 1, BUSY, BUSY, 2, BUSY, BUSY, 1, BUSY, BUSY, 2);
        Machine machine =
                simulation.load(
                        Bench.machine(
                                """
                                "Ask": {"Type": "Task", "Resource": "ask", "Next": "Again?",
                                    "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 2}]},
                                "Again?": {"Type": "Choice", "Default": "Done", "Choices": [
                                    {"Condition": "{% $states.input = 1 %}", "Next": "Ask"}]},
                                "Done": {"Type": "Succeed"}\
                                """));

        Execution first = machine.start("first", null);
        simulation.runAll();
        Execution second = machine.start("second", null);
        simulation.runAll();

        assertEquals(Status.SUCCEEDED, first.status());
        assertEquals(Status.SUCCEEDED, second.status());
        assertEquals(delays(1, 2, 1, 2, 1, 2, 1, 2), retried());
        assertEquals(first.transitions(), second.transitions());
    }

    @Test
    void evaluatesTheArgumentsOfEachRetryAnew() {
        simulation.answering("ask", BUSY, BUSY, "done");

        ask(
                """
                "Arguments": "{% $string($states.context.State.RetryCount) & ' ' & $now() %}",
                "Retry": [{"ErrorEquals": ["Busy"]}], "End": true\
                """);

        assertEquals(
                List.of(
                        "0 2026-11-22T04:00:00.000Z",
                        "1 2026-11-22T04:00:01.000Z",
                        "2 2026-11-22T04:00:03.000Z"),
                simulation.asked);
    }

    @Test
    void countsARetryAsATransition() {
        simulation.answering("ask", BUSY, BUSY, "done");

        Execution execution = ask("\"Retry\": [{\"ErrorEquals\": [\"Busy\"]}], \"End\": true");

        assertEquals(3, execution.transitions());
        // Started, entered, three times scheduled and started and answered, exited, ended.
        assertEquals(1 + 1 + 3 * 3 + 1 + 1, execution.historyEvents());
    }

    @Test
    void retriesBeforeItCatches() {
        simulation.answering("ask", BUSY);

        Execution execution =
                ask(
                        """
                        "Retry": [{"ErrorEquals": ["Busy"], "MaxAttempts": 1}],
                        "Catch": [{"ErrorEquals": ["Busy"], "Next": "Caught"}], "End": true},
                        "Caught": {"Type": "Succeed\"\
                        """);

        assertEquals(2, simulation.asked.size());
        assertEquals(List.of("Ask", "Caught"), simulation.path());
        assertEquals(Map.of("Error", "Busy", "Cause", "come back"), execution.output());
        assertEquals(
                List.of(new Event.FailureCaught(execution, "Ask", BUSY, "Caught")),
                simulation.events.stream().filter(Event.FailureCaught.class::isInstance).toList());
    }

    @Test
    void runsTheCatchersOwnAssignAndOutputOnly() {
        simulation.answering("ask", BUSY);

        Execution execution =
                ask(
                        """
                        "Assign": {"from": "the state"}, "Output": "the state's",
                        "Catch": [
                            {"ErrorEquals": ["Other"], "Next": "Caught"},
                            {"ErrorEquals": ["States.ALL"], "Next": "Caught",
                             "Assign": {"why": "{% $states.errorOutput.Cause %}"},
                             "Output": {"was": "{% $states.errorOutput.Error %}",
                                        "input": "{% $states.input %}"}}], "Next": "Caught"},
                        "Caught": {"Type": "Pass", "End": true,
                            "Output": "{% [$states.input, $why, $exists($from)] %}\"\
                        """);

        assertEquals(
                List.of(Map.of("was", "Busy", "input", Map.of("in", 1)), "come back", false),
                execution.output());
    }

    @Test
    void leavesOutACauseThatThereIsNot() {
        simulation.answering("ask", new Failure("States.Timeout", null));

        Execution execution =
                ask(
                        """
                        "Catch": [{"ErrorEquals": ["States.Timeout"], "Next": "Caught"}],
                        "End": true},
                        "Caught": {"Type": "Succeed\"\
                        """);

        assertEquals(Map.of("Error", "States.Timeout"), execution.output());
    }

    @Test
    void catchesAMistakeInTheStatesOwnExpressions() {
        simulation.answering("ask", Map.of());

        Execution execution =
                ask(
                        """
                        "Output": "{% $states.result.missing %}",
                        "Catch": [{"ErrorEquals": ["States.QueryEvaluationError"],
                                   "Next": "Caught"}], "End": true},
                        "Caught": {"Type": "Succeed\"\
                        """);

        assertEquals(List.of("Ask", "Caught"), simulation.path());
        assertEquals(
                Map.of(
                        "Error",
                        "States.QueryEvaluationError",
                        "Cause",
                        "Field Output: the expression \"$states.result.missing\" gives nothing;"
                                + " expected a value (ask $exists first where it may lack)."),
                execution.output());
        // Started, entered, scheduled, started, succeeded, evaluation failed, exited, Caught,
        // ended.
        assertEquals(1 + 1 + 3 + 1 + 1 + 2 + 1, execution.historyEvents());
    }

    @Test
    void retriesAMistakeInTheStatesOwnExpressions() {
        simulation.answering("ask", Map.of(), Map.of("late", 3));

        Execution execution =
                ask(
                        """
                        "Output": "{% $states.result.late %}",
                        "Retry": [{"ErrorEquals": ["States.QueryEvaluationError"]}], "End": true\
                        """);

        assertEquals(3, execution.output());
        assertEquals(2, simulation.asked.size());
    }

    @Test
    void doesNotCatchAMistakeInACatcher() {
        simulation.answering("ask", BUSY);

        Execution execution =
                ask(
                        """
                        "Catch": [
                            {"ErrorEquals": ["Busy"], "Next": "Caught",
                             "Output": "{% $states.errorOutput.Nothing %}"},
                            {"ErrorEquals": ["States.ALL"], "Next": "Caught"}], "End": true},
                        "Caught": {"Type": "Succeed\"\
                        """);

        assertEquals(Status.FAILED, execution.status());
        assertEquals("States.QueryEvaluationError", Bench.error(execution));
        assertEquals(List.of("Ask"), simulation.path());
    }

    @Test
    void ignoresTheAnswerToAnAttemptThatHasTimedOut() {
        simulation.with(
                "ask",
                (arguments, call) -> {
                    int delay = simulation.asked.size() == 1 ? 12 : 5;
                    String answer = "after " + delay;
                    simulation.scheduler.after(
                            Duration.ofSeconds(delay), () -> call.succeed(answer));
                });

        Execution execution =
                ask(
                        """
                        "TimeoutSeconds": 10, "Retry": [{"ErrorEquals": ["States.Timeout"]}],
                        "End": true\
                        """);

        assertEquals("after 5", execution.output());
        assertEquals(Duration.ofSeconds(16), simulation.elapsed());
    }

    /// Plays a machine that begins with one task.
    private Execution ask(String fields) {
        return simulation.play(
                "\"Ask\": {\"Type\": \"Task\", \"Resource\": \"ask\", " + fields + "}",
                Map.of("in", 1));
    }

    private List<Duration> retried() {
        return simulation.events.stream()
                .filter(Event.StateRetried.class::isInstance)
                .map(each -> ((Event.StateRetried) each).delay())
                .toList();
    }

    private static List<Duration> delays(int... seconds) {
        return java.util.Arrays.stream(seconds).mapToObj(Duration::ofSeconds).toList();
    }
}
