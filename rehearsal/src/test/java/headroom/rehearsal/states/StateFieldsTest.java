package headroom.rehearsal.states;

import static headroom.rehearsal.states.Bench.refusal;
import static headroom.rehearsal.states.Bench.theOnly;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is refused of a single state.
final class StateFieldsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    # A state's fields, and the complaint about them.
                    'Type': 'Pass' | End: found nothing; expected either Next, or End with true.
                    'Type': 'Pass', 'End': false | End: found false; expected either Next, or End with true.
                    'Type': 'Pass', 'End': true, 'Next': 'Last' | End: found true; expected either Next, or End with \
                    true.
                    'Type': 'Pass', 'End': true, 'Comment': 1 | Comment: found 1; expected a text.
                    'Type': 'Pass', 'End': true, 'QueryLanguage': 'JSONPath' | QueryLanguage: found "JSONPath"; \
                    expected only the fields [Assign, Comment, End, Next, Output, Type].
                    'Type': 'Pass', 'End': true, 'Output': '{% 1' | Output: found "{% 1"; expected an expression that \
                    fills the text, from {% to %}, with no space around it.
                    'Type': 'Pass', 'End': true, 'Output': {'a': [' {% 1 %}']} | Output.a[0]: found " {% 1 %}"; \
                    expected an expression that fills the text, from {% to %}, with no space around it.
                    'Type': 'Pass', 'End': true, 'Output': '{%}' | Output: found "{%}"; expected an expression that \
                    fills the text, from {% to %}, with no space around it.
                    'Type': 'Pass', 'End': true, 'Output': ['${Name}'] | Output: found "${Name}"; expected every \
                    ${...} to be substituted.
                    'Type': 'Pass', 'End': true, 'Output': '{% $states.result %}' | Output: found $states.result; \
                    expected $states.result not to be used here: only [context, input] are known.
                    'Type': 'Pass', 'End': true, 'Output': '{% $uuid() %}' | Output: found $uuid(); expected an \
                    expression without $uuid, which is not implemented.
                    'Type': 'Pass', 'End': true, 'Assign': 1 | Assign: found 1; expected an object of variables.
                    'Type': 'Pass', 'End': true, 'Assign': {'a.b': 1} | Assign.a.b: found "a.b"; expected a \
                    variable's name: at most 80 letters, digits and underscores, no digit first.
                    'Type': 'Pass', 'End': true, 'Assign': {'states': 1} | Assign.states: found "states"; expected a \
                    variable's name that means nothing else already.
                    'Type': 'Pass', 'End': true, 'Assign': {'count': 1} | Assign.count: found "count"; expected a \
                    variable's name that means nothing else already.
                    'Type': 'Pass', 'End': true, 'Assign': {'range': 1} | Assign.range: found "range"; expected a \
                    variable's name that means nothing else already.
                    'Type': 'Pass', 'End': true, 'Retry': [{'ErrorEquals': ['X']}] | Retry: found \
                    [{"ErrorEquals":["X"]}]; expected only the fields [Assign, Comment, End, Next, Output, Type].
                    'Type': 'Pass', 'End': true, 'Catch': [] | Catch: found []; expected only the fields [Assign, \
                    Comment, End, Next, Output, Type].
                    'Type': 'Pass', 'End': true, 'Result': {} | Result: found {}; expected only the fields [Assign, \
                    Comment, End, Next, Output, Type].
                    'Type': 'Succeed', 'End': true | End: found true; expected only the fields [Comment, Output, \
                    Type].
                    'Type': 'Fail' | Error: found nothing; expected a text, or an expression that gives one.
                    'Type': 'Fail', 'Error': 'X', 'Cause': 1 | Cause: found 1; expected a text, or an expression that \
                    gives one.
                    'Type': 'Wait', 'End': true | Seconds: found nothing; expected a whole number, or an expression \
                    for one.
                    'Type': 'Wait', 'End': true, 'Seconds': 1, 'Timestamp': '2026-11-22T04:00:00Z' | Timestamp: found \
                    "2026-11-22T04:00:00Z"; expected only the fields [Assign, Comment, End, Next, Output, Seconds, \
                    Type].
                    'Type': 'Wait', 'End': true, 'Seconds': -1 | Seconds: found -1; expected a whole number from 0 to \
                    99999999.
                    'Type': 'Wait', 'End': true, 'Seconds': '60' | Seconds: found "60"; expected a whole number from \
                    0 to 99999999.
                    'Type': 'Choice' | Choices: found nothing; expected a list of at least one object.
                    'Type': 'Choice', 'Choices': [], 'Default': 'Last' | Choices: found []; expected a list of at \
                    least one object.
                    'Type': 'Choice', 'Choices': [1], 'Default': 'Last' | Choices[0]: found 1; expected an object.
                    'Type': 'Choice', 'Choices': [{'Condition': true, 'Next': 'Last'}] | Choices[0].Condition: found \
                    true; expected an expression between {% and %}.
                    'Type': 'Choice', 'Choices': [{'Condition': '{% true %}'}] | Choices[0].Next: found nothing; \
                    expected the name of a state.
                    'Type': 'Choice', 'Choices': [{'Condition': '{% true %}', 'Next': 'Gone'}] | Choices[0].Next: \
                    found "Gone"; expected the name of a state.
                    'Type': 'Choice', 'Choices': [{'Condition': '{% true %}', 'Next': 'Last', 'Variable': '$.x'}] | \
                    Choices[0].Variable: found "$.x"; expected only the fields [Assign, Comment, Condition, Next, \
                    Output].
                    'Type': 'Choice', 'Choices': [{'Condition': '{% true %}', 'Next': 'Last'}], 'Output': 1 | Output: \
                    found 1; expected a Default, as this field belongs to that way out alone.
                    'Type': 'Choice', 'Choices': [{'Condition': '{% true %}', 'Next': 'Last'}], 'Default': 'Gone' | \
                    Default: found "Gone"; expected the name of a state.
                    'Type': 'Task', 'End': true | Resource: found nothing; expected one of [ask].
                    'Type': 'Task', 'Resource': 'ask', 'End': true, 'TimeoutSeconds': 0 | TimeoutSeconds: found 0; \
                    expected a whole number from 1 to 99999999.
                    'Type': 'Task', 'Resource': 'ask', 'End': true, 'Credentials': {} | Credentials: found {}; \
                    expected only the fields [Arguments, Assign, Catch, Comment, End, Next, Output, Resource, Retry, \
                    TimeoutSeconds, Type].
                    'Type': 'Task', 'Resource': 'ask', 'End': true, 'Arguments': '{% $states.errorOutput %}' | \
                    Arguments: found $states.errorOutput; expected $states.errorOutput not to be used here: only \
                    [context, input] are known.
                    'Type': 'Parallel', 'End': true | Branches: found nothing; expected a list of at least one branch.
                    'Type': 'Parallel', 'End': true, 'Branches': [] | Branches: found []; expected a list of at least \
                    one branch.
                    'Type': 'Odd' | Type: found "Odd"; expected one of [Choice, Fail, Parallel, Pass, Succeed, Task, \
                    Wait].
                    'Comment': '' | Type: found nothing; expected one of [Choice, Fail, Parallel, Pass, Succeed, \
                    Task, Wait].
                    """)
    void refusesAWrongState(String fields, String complaint) {
        String definition =
                """
                {"QueryLanguage": "JSONata", "StartAt": "First", "States": {
                    "First": {"Type": "Choice", "Default": "Last", "Choices": [
                        {"Condition": "{%% true %%}", "Next": "Here"}]},
                    "Here": {%s},
                    "Last": {"Type": "Succeed"}}}\
                """
                        .formatted(fields.replace('\'', '"'));

        assertEquals("State Here, field " + complaint, theOnly(refusal(definition)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    'Retry': {} | Retry: found {}; expected a list of at least one object.
                    'Retry': [] | Retry: found []; expected a list of at least one object.
                    'Retry': [{}] | Retry[0].ErrorEquals: found nothing; expected a list of error names.
                    'Retry': [{'ErrorEquals': []}] | Retry[0].ErrorEquals: found []; expected a list of error names.
                    'Retry': [{'ErrorEquals': [1]}] | Retry[0].ErrorEquals: found [1]; expected a list of error names.
                    'Retry': [{'ErrorEquals': ['States.ALL']}, {'ErrorEquals': ['X']}] | Retry[0].ErrorEquals: found \
                    ["States.ALL"]; expected States.ALL alone, and in the last place.
                    'Catch': [{'ErrorEquals': ['X', 'States.ALL'], 'Next': 'Last'}] | Catch[0].ErrorEquals: found \
                    ["X","States.ALL"]; expected States.ALL alone, and in the last place.
                    'Catch': [{'ErrorEquals': ['States.Runtime'], 'Next': 'Last'}] | Catch[0].ErrorEquals: found \
                    "States.Runtime"; expected the name of an error that can be matched.
                    'Catch': [{'ErrorEquals': ['States.Tiemout'], 'Next': 'Last'}] | Catch[0].ErrorEquals: found \
                    "States.Tiemout"; expected the name of an error that can be matched.
                    'Catch': [{'ErrorEquals': ['X']}] | Catch[0].Next: found nothing; expected the name of a state.
                    'Catch': [{'ErrorEquals': ['X'], 'Next': 'Last', 'ResultPath': '$'}] | Catch[0].ResultPath: found \
                    "$"; expected only the fields [Assign, Comment, ErrorEquals, Next, Output].
                    'Catch': [{'ErrorEquals': ['X'], 'Next': 'Last', 'Output': '{% $states.result %}'}] | \
                    Catch[0].Output: found $states.result; expected $states.result not to be used here: only \
                    [context, errorOutput, input] are known.
                    'Retry': [{'ErrorEquals': ['X'], 'IntervalSeconds': 0}] | Retry[0].IntervalSeconds: found 0; \
                    expected a whole number from 1 to 99999999.
                    'Retry': [{'ErrorEquals': ['X'], 'MaxAttempts': -1}] | Retry[0].MaxAttempts: found -1; expected a \
                    whole number from 0 to 99999999.
                    'Retry': [{'ErrorEquals': ['X'], 'BackoffRate': 0.5}] | Retry[0].BackoffRate: found 0.5; expected \
                    a number from 1 to 1000.
                    'Retry': [{'ErrorEquals': ['X'], 'IntervalSeconds': 9, 'MaxDelaySeconds': 5}] | \
                    Retry[0].MaxDelaySeconds: found 5; expected a whole number from 9 to 99999999.
                    'Retry': [{'ErrorEquals': ['X'], 'JitterStrategy': 'FULL'}] | Retry[0].JitterStrategy: found \
                    "FULL"; expected only the fields [BackoffRate, Comment, ErrorEquals, IntervalSeconds, \
                    MaxAttempts, MaxDelaySeconds].
                    'Retry': [{'ErrorEquals': ['X'], 'Next': 'Last'}] | Retry[0].Next: found "Last"; expected only \
                    the fields [BackoffRate, Comment, ErrorEquals, IntervalSeconds, MaxAttempts, MaxDelaySeconds].
                    """)
    void refusesAWrongRecovery(String fields, String complaint) {
        String definition =
                """
                {"QueryLanguage": "JSONata", "StartAt": "Here", "States": {
                    "Here": {"Type": "Task", "Resource": "ask", "Next": "Last", %s},
                    "Last": {"Type": "Succeed"}}}\
                """
                        .formatted(fields.replace('\'', '"'));

        assertEquals("State Here, field " + complaint, theOnly(refusal(definition)));
    }
}
