package headroom.rehearsal.states;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.rehearsal.states.Execution.Status;

import org.junit.jupiter.api.Test;

import java.util.List;

final class LimitsTest {
    private static final String LARGE = "x".repeat(262_140);

    private final Bench simulation = new Bench().answering("ask", "answer");

    @Test
    void endsWhenItsHistoryIsFullWhateverIsCaught() {
        Execution execution =
                simulation.play(
                        """
                        "Try": {"Type": "Parallel", "End": true,
                            "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "After"}],
                            "Branches": [{"StartAt": "Poll", "States": {
                                "Poll": {"Type": "Task", "Resource": "ask", "Next": "Again?"},
                                "Again?": {"Type": "Choice", "Default": "Hold", "Choices": [
                                    {"Condition": "{% $states.input = 'done' %}", "Next": "Out"}]},
                                "Hold": {"Type": "Wait", "Seconds": 60, "Next": "Poll"},
                                "Out": {"Type": "Succeed"}}}]},
                        "After": {"Type": "Succeed"}\
                        """,
                        null);

        assertEquals(
                new Failure(
                        "States.Runtime",
                        "The history has more than 25000 events; the service ends such an"
                                + " execution."),
                execution.failure());
        // Nine events a poll after the first three, as the quota's arithmetic says.
        assertEquals((25_000 - 3) / 9, simulation.elapsed().toMinutes());
        assertEquals(25_002, execution.historyEvents());
    }

    @Test
    void loopsWithoutTimeUntilItsHistoryIsFull() {
        Execution execution =
                simulation.play("\"Round\": {\"Type\": \"Pass\", \"Next\": \"Round\"}", null);

        assertEquals(Status.FAILED, execution.status());
        assertEquals(12_500, execution.transitions());
    }

    @Test
    void limitsWhatAStatePutsOut() {
        Execution execution =
                simulation.play(
                        """
                        "Grow": {"Type": "Pass", "Next": "Done",
                            "Output": "{% $states.input & '...' %}"},
                        "Done": {"Type": "Succeed"}\
                        """,
                        LARGE);

        assertExceeds(
                "The state's output: found 262145 bytes of JSON, expected at most 262144.",
                execution);
    }

    @Test
    void limitsWhatOneAssignHolds() {
        Execution execution =
                simulation.play(
                        """
                        "Grow": {"Type": "Pass", "End": true,
                            "Assign": {"a": "{% $states.input %}",
                                       "b": "{% $states.input %}"}}\
                        """,
                        LARGE);

        assertExceeds(
                "The variables of one Assign: found 524295 bytes of JSON, expected at most"
                        + " 262144.",
                execution);
    }

    @Test
    void limitsArgumentsAndResultsOfATask() {
        simulation.answering("ask", LARGE + "...", "fine");

        Execution execution =
                simulation.play(
                        """
                        "Ask": {"Type": "Task", "Resource": "ask", "Next": "Again",
                            "Catch": [{"ErrorEquals": ["States.DataLimitExceeded"],
                                       "Next": "Again"}]},
                        "Again": {"Type": "Task", "Resource": "ask", "End": true,
                            "Arguments": "{% $states.context.Execution.Input & $states.input.Error %}"}\
                        """,
                        LARGE);

        assertEquals(List.of("Ask", "Again"), simulation.path());
        assertEquals(1, simulation.asked.size());
        assertExceeds(
                "The task's Arguments: found 262166 bytes of JSON, expected at most" + " 262144.",
                execution);
    }

    @Test
    void refusesAnInputThatIsTooLarge() {
        Machine machine = simulation.load(Bench.machine("\"Done\": {\"Type\": \"Succeed\"}"));
        String large = "é".repeat(131_072);

        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> machine.start("run", large));

        assertEquals(
                "The input of execution run has 262146 bytes of JSON; expected at most 262144.",
                refusal.getMessage());
    }

    @Test
    void limitsAllVariablesTogether() {
        StringBuilder states = new StringBuilder();
        for (int each = 0; each < 41; each++) {
            states.append(
                    "\"S%d\": {\"Type\": \"Pass\", \"Next\": \"S%d\", \"Assign\": {\"v%d\": \"{%% $states.context.Execution.Input %%}\"}}, "
                            .formatted(each, each + 1, each));
        }

        Execution execution =
                simulation.play(states + "\"S41\": {\"Type\": \"Succeed\"}", "x".repeat(262_000));

        assertExceeds(
                "The variables: found 10742082 bytes of JSON, expected at most 10485760.",
                execution);
    }

    @Test
    void cutsOffTheCauseOfAnError() {
        assertEquals("c".repeat(32_768), Limits.cause("c".repeat(32_769)));
        assertEquals("c".repeat(32_768), Limits.cause("c".repeat(32_768)));
        assertNull(Limits.cause(null));
    }

    private static void assertExceeds(String cause, Execution execution) {
        assertEquals(new Failure("States.DataLimitExceeded", cause), execution.failure());
    }
}
