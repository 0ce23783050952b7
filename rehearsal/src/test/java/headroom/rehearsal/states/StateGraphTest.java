package headroom.rehearsal.states;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.rehearsal.states.Execution.Status;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Choice, Wait, Pass, Succeed and Fail.
final class StateGraphTest {
    private static final String SIZES =
            """
            "Size?": {"Type": "Choice", "Choices": [
                {"Condition": "{% $states.input.n > 10 %}", "Next": "Large",
                 "Assign": {"size": "large"}, "Output": {"n": "{% $states.input.n / 10 %}"}},
                {"Condition": "{% $states.input.n > 5 %}", "Next": "Middle"}]DEFAULT},
            "Large": {"Type": "Pass", "Output": "{% [$states.input, $size] %}", "End": true},
            "Middle": {"Type": "Pass", "End": true}\
            """;

    private final Bench simulation = new Bench();

    @Test
    void takesTheFirstRuleThatHolds() {
        Execution execution = simulation.play(SIZES.replace("DEFAULT", ""), Map.of("n", 20));

        assertEquals(List.of("Size?", "Large"), simulation.path());
        assertEquals(List.of(Map.of("n", 2), "large"), execution.output());
    }

    @Test
    void takesASecondRuleWithTheInputUnchanged() {
        Execution execution = simulation.play(SIZES.replace("DEFAULT", ""), Map.of("n", 7));

        assertEquals(List.of("Size?", "Middle"), simulation.path());
        assertEquals(Map.of("n", 7), execution.output());
    }

    @Test
    void takesTheDefaultWithTheStatesOwnAssignAndOutput() {
        Execution execution =
                simulation.play(
                        SIZES.replace(
                                "DEFAULT",
                                """
                                , "Default": "Large", "Assign": {"size": "small"},
                                "Output": "default\"\
                                """),
                        Map.of("n", 1));

        assertEquals(List.of("Size?", "Large"), simulation.path());
        assertEquals(List.of("default", "small"), execution.output());
    }

    @Test
    void failsWhereNoRuleHoldsAndThereIsNoDefault() {
        Execution execution = simulation.play(SIZES.replace("DEFAULT", ""), Map.of("n", 1));

        assertEquals(
                new Failure(
                        "States.NoChoiceMatched", "No condition holds, and there is no Default."),
                execution.failure());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "'true'", "null", "[true, true]"})
    void takesOnlyABooleanForACondition(String condition) {
        Execution execution =
                simulation.play(
                        """
                        "Size?": {"Type": "Choice", "Default": "Done", "Choices": [
                            {"Condition": "{% %s %}", "Next": "Done"}]},
                        "Done": {"Type": "Succeed"}\
                        """
                                .replace("%s", condition),
                        null);

        assertEquals("States.QueryEvaluationError", Bench.error(execution));
        assertEquals(List.of("Size?"), simulation.path());
    }

    @Test
    void failsOnAConditionThatGivesNothing() {
        Execution execution =
                simulation.play(SIZES.replace("DEFAULT", ", \"Default\": \"Large\""), Map.of());

        assertEquals(
                new Failure(
                        "States.QueryEvaluationError",
                        "Field Choices[0].Condition: the expression \"$states.input.n > 10\" gives"
                                + " nothing; expected a value (ask $exists first where it may"
                                + " lack)."),
                execution.failure());
    }

    @Test
    void waitsForSeconds() {
        Execution execution = hold("\"Seconds\": \"{% $states.input.s %}\"", Map.of("s", 90));

        assertEquals(Duration.ofSeconds(90), simulation.elapsed());
        assertEquals(Map.of("s", 90), execution.output());
        assertEquals(1 + 2 + 1, execution.historyEvents());
        assertEquals(1, execution.transitions());
    }

    @Test
    void takesAWholeNumberHoweverItWasComputed() {
        hold("\"Seconds\": \"{% $states.input.s * 2 %}\"", Map.of("s", 1.5));

        assertEquals(Duration.ofSeconds(3), simulation.elapsed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0.5", "100000000", "'60'", "null"})
    void failsOnSecondsOutOfRange(String seconds) {
        Execution execution = hold("\"Seconds\": \"{% " + seconds + " %}\"", null);

        assertEquals(
                new Failure(
                        "States.QueryEvaluationError",
                        "Seconds is %s; expected a whole number of seconds from 0 to 99999999."
                                .formatted(seconds.replace('\'', '"'))),
                execution.failure());
    }

    @Test
    void waitsBeforeItEvaluatesItsOutput() {
        Execution execution =
                simulation.play(
                        """
                        "Hold": {"Type": "Wait", "Seconds": 60, "Output": "{% $now() %}",
                            "End": true}\
                        """,
                        null);

        assertEquals("2026-11-22T04:01:00.000Z", execution.output());
    }

    @Test
    void passesItsInputOn() {
        Execution execution = simulation.play("\"Pass\": {\"Type\": \"Pass\", \"End\": true}", 5);

        assertEquals(5, execution.output());
    }

    @Test
    void succeedsWithItsOutput() {
        Execution execution =
                simulation.play(
                        """
                        "Done": {"Type": "Succeed", "Output": {"was": "{% $states.input %}"}}\
                        """,
                        5);

        assertEquals(Status.SUCCEEDED, execution.status());
        assertEquals(Map.of("was", 5), execution.output());
    }

    @Test
    void failsWithTheErrorAndTheCauseGiven() {
        Execution execution =
                simulation.play(
                        """
                        "Stop": {"Type": "Fail", "Error": "{% $states.input.error %}",
                            "Cause": "{% 'because ' & $states.input.why %}"}\
                        """,
                        Map.of("error", "Own.Error", "why", "of it"));

        assertEquals(Status.FAILED, execution.status());
        assertEquals(new Failure("Own.Error", "because of it"), execution.failure());
        // Started, entered, ended: a Fail is not exited.
        assertEquals(3, execution.historyEvents());
    }

    @Test
    void failsWithoutACause() {
        Execution execution =
                simulation.play("\"Stop\": {\"Type\": \"Fail\", \"Error\": \"Own.Error\"}", null);

        assertEquals(new Failure("Own.Error", null), execution.failure());
    }

    @Test
    void failsUnderAnotherNameIfItsErrorIsNoText() {
        Execution execution =
                simulation.play(
                        "\"Stop\": {\"Type\": \"Fail\", \"Error\": \"{% $states.input %}\"}", 5);

        assertEquals(
                new Failure("States.QueryEvaluationError", "Error is 5; expected a text."),
                execution.failure());
    }

    private Execution hold(String field, @Nullable Object input) {
        return simulation.play(
                "\"Hold\": {\"Type\": \"Wait\", " + field + ", \"End\": true}", input);
    }
}
