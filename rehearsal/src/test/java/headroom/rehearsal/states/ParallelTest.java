package headroom.rehearsal.states;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.rehearsal.states.Execution.Status;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;

final class ParallelTest {
    private static final String TWO_TASKS =
            """
            "Both": {"Type": "Parallel", "Next": "After", "Branches": [
                {"StartAt": "Left", "States": {
                    "Left": {"Type": "Task", "Resource": "left", "End": true}}},
                {"StartAt": "Right", "States": {
                    "Right": {"Type": "Task", "Resource": "right", "Next": "Right after"},
                    "Right after": {"Type": "Pass", "End": true}}}]%s},
            "After": {"Type": "Succeed"}\
            """;

    private final Bench simulation = new Bench();

    @Test
    void gathersTheOutputsInTheOrderOfTheBranches() {
        simulation.answeringLate("left", Duration.ofSeconds(20), "l");
        simulation.answeringLate("right", Duration.ofSeconds(10), "r");

        Execution execution = simulation.play(TWO_TASKS.formatted(""), Map.of("in", 1));

        assertEquals(List.of("l", "r"), execution.output());
        assertEquals(List.of(Map.of("in", 1), Map.of("in", 1)), simulation.asked);
        assertEquals(List.of("Both", "Left", "Right", "Right after", "After"), simulation.path());
        assertEquals(Duration.ofSeconds(20), simulation.elapsed());
    }

    @Test
    void countsItselfAndEachStateOfItsBranches() {
        simulation.answering("left", 1).answering("right", 2);

        Execution execution = simulation.play(TWO_TASKS.formatted(""), null);

        assertEquals(5, execution.transitions());
        // Started; Both entered, started, succeeded, exited; two tasks, two others; ended.
        assertEquals(1 + 4 + 2 * 5 + 2 * 2 + 1, execution.historyEvents());
    }

    @Test
    void failsWithItsFirstFailureAndStopsTheOthers() {
        simulation.answeringLate("left", Duration.ofSeconds(20), "too late");
        simulation.with(
                "right",
                (arguments, call) ->
                        simulation.scheduler.after(
                                Duration.ofSeconds(10), () -> call.fail("Broken", "right")));

        Execution execution = simulation.play(TWO_TASKS.formatted(""), null);

        assertEquals(new Failure("Broken", "right"), execution.failure());
        assertEquals(Bench.START.plusSeconds(10), execution.endedAt());
        assertEquals(List.of("Both", "Left", "Right"), simulation.path());
    }

    @Test
    void catchesUnderTheNameOfTheErrorInside() {
        Execution execution = caught("Broken");

        assertEquals(Map.of("Error", "Broken", "Cause", "why"), execution.output());
        assertEquals(List.of("Both", "Left", "Right", "After"), simulation.path());
    }

    @Test
    void catchesUnderStatesBranchFailedWhereThatIsRehearsed() {
        simulation.with(BranchError.BRANCH_FAILED);

        Execution execution = caught("States.BranchFailed");

        assertEquals(Map.of("Error", "States.BranchFailed", "Cause", "why"), execution.output());
    }

    @Test
    void keepsTheNameOfAnErrorThatWildcardsMustNotCatch() {
        simulation
                .with(BranchError.BRANCH_FAILED)
                .answering("left", 1)
                .answering("right", new Failure("States.DataLimitExceeded", null));

        Execution execution =
                simulation.play(
                        TWO_TASKS.formatted(
                                """
                                , "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "After"}]\
                                """),
                        null);

        assertEquals(new Failure("States.DataLimitExceeded", null), execution.failure());
    }

    @Test
    void endsTheExecutionOnARuntimeErrorInside() {
        simulation.answering("left", 1).answering("right", new Failure("States.Runtime", "why"));

        Execution execution =
                simulation.play(
                        TWO_TASKS.formatted(
                                """
                                , "Retry": [{"ErrorEquals": ["States.ALL"]}],
                                "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "After"}]\
                                """),
                        null);

        assertEquals(Status.FAILED, execution.status());
        assertEquals(new Failure("States.Runtime", "why"), execution.failure());
    }

    @Test
    void retriesAllItsBranches() {
        simulation.answering("left", 1).answering("right", new Failure("Broken", null), 2);

        Execution execution =
                simulation.play(
                        TWO_TASKS.formatted(", \"Retry\": [{\"ErrorEquals\": [\"Broken\"]}]"),
                        null);

        assertEquals(List.of(1, 2), execution.output());
        assertEquals(
                List.of("Both", "Left", "Right", "Left", "Right", "Right after", "After"),
                simulation.path());
    }

    @Test
    void catchesWhatNoStateInsideCan() {
        Execution execution =
                simulation.play(
                        """
                        "Try": {"Type": "Parallel", "End": true,
                            "Catch": [{"ErrorEquals": ["States.QueryEvaluationError"],
                                       "Next": "After"}],
                            "Branches": [{"StartAt": "Odd", "States": {
                                "Odd": {"Type": "Pass", "Output": "{% $nope %}", "End": true}}}]},
                        "After": {"Type": "Succeed", "Output": "caught"}\
                        """,
                        null);

        assertEquals("caught", execution.output());
        assertEquals(List.of("Try", "Odd", "After"), simulation.path());
    }

    @Test
    void letsBranchesReadOuterVariablesAndForgetsTheirs() {
        Execution execution =
                simulation.play(
                        """
                        "Start": {"Type": "Pass", "Assign": {"outer": 1}, "Next": "Both"},
                        "Both": {"Type": "Parallel", "Next": "After",
                            "Assign": {"outer": "{% $states.result[0] %}"},
                            "Branches": [
                                {"StartAt": "Set left", "States": {
                                    "Set left": {"Type": "Pass", "Assign": {"inner": 10},
                                        "Next": "Use left"},
                                    "Use left": {"Type": "Pass",
                                        "Output": "{% $outer + $inner %}", "End": true}}},
                                {"StartAt": "Use right", "States": {
                                    "Use right": {"Type": "Pass",
                                        "Output": "{% $exists($inner) %}", "End": true}}}]},
                        "After": {"Type": "Pass", "End": true,
                            "Output": "{% {'all': $states.input, 'outer': $outer,
                                           'inner': $exists($inner)} %}"}\
                        """
                                .replaceAll("\\n\\s+'inner'", " 'inner'"),
                        null);

        assertEquals(
                Map.of("all", List.of(11, false), "outer", 11, "inner", false), execution.output());
    }

    @Test
    void endsABranchAloneWithSucceed() {
        Execution execution =
                simulation.play(
                        """
                        "Both": {"Type": "Parallel", "End": true, "Branches": [
                            {"StartAt": "Enough", "States": {
                                "Enough": {"Type": "Succeed", "Output": 1}}},
                            {"StartAt": "Quiescence", "States": {
                                "Quiescence": {"Type": "Wait", "Seconds": 5, "End": true}}}]}\
                        """,
                        2);

        assertEquals(List.of(1, 2), execution.output());
        assertEquals(Duration.ofSeconds(5), simulation.elapsed());
    }

    private Execution caught(String named) {
        simulation.answering("left", 1).answering("right", new Failure("Broken", "why"));
        return simulation.play(
                TWO_TASKS.formatted(
                        """
                        , "Catch": [{"ErrorEquals": ["%s"], "Next": "After"}]\
                        """
                                .formatted(named)),
                null);
    }
}
