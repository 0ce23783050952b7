package headroom.rehearsal.states;

import static headroom.rehearsal.states.Bench.refusal;
import static headroom.rehearsal.states.Bench.theOnly;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Set;

final class DefinitionTest {
    @Test
    void takesAllThatIsImplemented() {
        assertDoesNotThrow(
                () ->
                        parse(
                                """
                                {"Comment": "c", "QueryLanguage": "JSONata",
                                 "TimeoutSeconds": 60, "StartAt": "A", "States": {
                                    "A": {"Type": "Task", "Comment": "c",
                                        "Resource": "ask", "Arguments": {}, "TimeoutSeconds": 5,
                                        "Assign": {}, "Output": null, "Next": "B",
                                        "Retry": [{"Comment": "c", "ErrorEquals": ["X"]}],
                                        "Catch": [{"Comment": "c", "ErrorEquals": ["X"],
                                                   "Next": "B"}]},
                                    "B": {"Type": "Parallel", "Comment": "c", "End": true,
                                        "Branches": [{"Comment": "c", "StartAt": "C", "States": {
                                            "C": {"Type": "Choice", "Default": "D", "Choices": [
                                                {"Comment": "c", "Condition": "{% true %}",
                                                 "Next": "D"}]},
                                            "D": {"Type": "Succeed"}}}]}}}\
                                """));
    }

    @Test
    void tellsEveryMistakeAtOnce() {
        DefinitionRefused refusal =
                refusal(
                        """
                        {"StartAt": "A", "Surprise": 1, "States": {
                            "A": {"Type": "Task", "Resource": "nobody", "HeartbeatSeconds": 5},
                            "B": {"Type": "Map", "Next": "C"},
                            "C": {"Type": "Pass", "InputPath": "$", "Output": "{% 1 + %}",
                                  "Next": "Nowhere"}}}\
                        """);

        assertEquals(
                """
                The state machine's definition is refused. Mistakes: 11
                - The machine, field QueryLanguage: found nothing; expected "JSONata", as JSONPath is not implemented.
                - State A, field Resource: found "nobody"; expected one of [ask].
                - State A, field End: found nothing; expected either Next, or End with true.
                - State A, field HeartbeatSeconds: found 5; expected only the fields [Arguments, Assign, Catch, Comment, End, Next, Output, Resource, Retry, TimeoutSeconds, Type].
                - State B, field Type: found "Map"; expected one of [Choice, Fail, Parallel, Pass, Succeed, Task, Wait].
                - State C, field Output: found 1 +; expected an expression in JSONata: Unexpected end of expression.
                - State C, field InputPath: found "$"; expected only the fields [Assign, Comment, End, Next, Output, Type].
                - State C, field Next: found "Nowhere"; expected the name of a state.
                - State B, field (name): found no way that leads here; expected one from StartAt.
                - State C, field (name): found no way that leads here; expected one from StartAt.
                - The machine, field Surprise: found 1; expected only the fields [Comment, QueryLanguage, StartAt, States, TimeoutSeconds].\
                """,
                refusal.getMessage());
        assertEquals(11, refusal.complaints().size());
        assertEquals(
                new DefinitionError("State A", "Resource", "\"nobody\"", "one of [ask]"),
                refusal.complaints().get(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {'A': {'Type': 'Pass', 'Next': 'Inside'}} | State A, field Next: found "Inside"; expected a state \
                    on this side of the Parallel's border.
                    {'A': {'Type': 'Pass', 'End': true}, 'Inside': {'Type': 'Succeed'}} | State Inside, field (name): \
                    found 2 states of this name; expected one in the whole machine, branches included.
                    {'A': {'Type': 'Pass', 'End': true}, 'B': {'Type': 'Succeed'}} | State B, field (name): found no \
                    way that leads here; expected one from StartAt.
                    {'A': {'Type': 'Pass', 'Next': 'Out'}} | State A, field Next: found "Out"; expected a state on \
                    this side of the Parallel's border.
                    {'A': {'Type': 'Pass', 'End': true, 'Assign': {'outer': 1}}} | State A, field Assign.outer: found \
                    "outer"; expected a name that no variable outside of the Parallel has.
                    {} | Branch 1 of state Both, field States: found {}; expected an object of at least one state.
                    """)
    void refusesAWrongBranch(String states, String complaint) {
        String definition =
                """
                {"QueryLanguage": "JSONata", "StartAt": "Both", "States": {
                    "Both": {"Type": "Parallel", "Next": "Out", "Branches": [
                        {"StartAt": "Inside", "States": {
                            "Inside": {"Type": "Pass", "Assign": {"own": 1}, "End": true}}},
                        {"StartAt": "A", "States": %s}]},
                    "Out": {"Type": "Pass", "Assign": {"outer": 1}, "End": true}}}\
                """
                        .formatted(states.replace('\'', '"'));

        assertEquals(complaint, refusal(definition).complaints().getFirst().toString());
    }

    @Test
    void letsBranchesUseTheSameNamesSideBySide() {
        assertDoesNotThrow(
                () ->
                        parse(
                                """
                                {"QueryLanguage": "JSONata", "StartAt": "Both", "States": {
                                    "Both": {"Type": "Parallel", "End": true, "Branches": [
                                        {"StartAt": "A", "States": {"A": {"Type": "Pass",
                                            "Assign": {"own": 1}, "End": true}}},
                                        {"StartAt": "B", "States": {"B": {"Type": "Pass",
                                            "Assign": {"own": 2}, "End": true}}}]}}}\
                                """));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    'StartAt': 'Gone' | The machine, field StartAt: found "Gone"; expected the name of a state.
                    'StartAt': 'A', 'Version': '2.0' | The machine, field Version: found "2.0"; expected only the \
                    fields [Comment, QueryLanguage, StartAt, States, TimeoutSeconds].
                    'StartAt': 'A', 'TimeoutSeconds': 0 | The machine, field TimeoutSeconds: found 0; expected a \
                    whole number from 1 to 99999999.
                    'StartAt': 'A', 'Comment': 'of ${Cluster}' | The machine, field Comment: found "of ${Cluster}"; \
                    expected every ${...} to be substituted.
                    'Comment': '' | The machine, field StartAt: found nothing; expected the name of a state.
                    """)
    void refusesAWrongMachine(String fields, String complaint) {
        String definition =
                """
                {"QueryLanguage": "JSONata", %s, "States": {"A": {"Type": "Succeed"}}}\
                """
                        .formatted(fields.replace('\'', '"'));

        assertEquals(complaint, refusal(definition).complaints().getFirst().toString());
    }

    @Test
    void refusesALongName() {
        String name = "x".repeat(81);

        assertEquals(
                "State %s, field (name): found %s...; expected 1 to 80 characters."
                        .formatted(name, name.substring(1)),
                theOnly(refusal(Bench.machine("\"%s\": {\"Type\": \"Succeed\"}".formatted(name)))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"StartAt\": ",
                "{\"StartAt\": \"A\", \"StartAt\": \"B\"}",
                "[1]",
                "null"
            })
    void refusesTextThatIsNoObject(String text) {
        DefinitionError complaint = refusal(text).complaints().getFirst();

        assertEquals("(all of it)", complaint.field());
        assertEquals("an object", complaint.expected());
    }

    private static Definition parse(String definition) {
        return Definition.parse(definition, Set.of("ask"));
    }
}
