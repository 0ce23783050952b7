package headroom.rehearsal.states;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

final class QueryTest {
    private static final String INPUT =
            """
            {"none": null, "one": [1], "mixed": [1, null, "x"], "numbers": [3, 1, 2],
             "deep": {"a": {"b": [{"id": "p"}, {"id": "q"}]}}, "large": 12345678901, "half": 0.5}\
            """;

    private final List<DefinitionError> complaints = new ArrayList<>();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "$states.input.none | null",
                "$states.input.mixed | [1,null,'x']",
                "$states.input.mixed[1] | null",
                "[null] | [null]",
                "{'a': null, 'b': [null, {'c': null}], 'gone': $nope} |"
                        + " {'a':null,'b':[null,{'c':null}]}",
                "$unset | null",
                "$unset = null | true",
                "$exists($unset) | true",
                "$exists($states.input.nope) | false",
                "$states.input.one | [1]",
                "$states.input.numbers[$ > 5] ~> $exists | false",
                "$states.input.numbers[$ > 2] | 3",
                "[$states.input.numbers[$ > 2]] | [3]",
                "[$states.input.numbers[$ > 5]] | []",
                "$states.input.deep.a.b.id | ['p','q']",
                "$states.input.deep.a.b[id = 'q'] | {'id':'q'}",
                "$sort($states.input.numbers) | [1,2,3]",
                "[1..3] | [1,2,3]",
                "$states.input.large + 1 | 12345678902",
                "6 / 2 | 3",
                "1 / 2 | 0.5",
                "1.5 + 1.5 | 3",
                "($x := 2; $x * $n) | 10",
                "$merge([$states.input.deep, {'z': 1}]).z | 1",
                "$string($states.input.mixed) | '[1,null,\\\"x\\\"]'",
                "$ ~> $exists | false",
                "$parse('{\\\"a\\\": [1, null]}').a | [1,null]",
                "$parse('null') | null",
                "$exists($parse($nope)) | false",
                // Virtual time only.
                "$now() | '2026-11-22T04:00:00.123Z'",
                "$now('[Y0001]') | '2026'",
                "$millis() | 1795320000123",
                "$map([1, 2], function($x) { $millis() }) | [1795320000123,1795320000123]",
                "[1].$millis() | 1795320000123",
                "($f := $millis; $f()) | 1795320000123",
                "$fromMillis($millis()) | '2026-11-22T04:00:00.123Z'",
            })
    void givesPlainJson(String expression, String json) {
        assertEquals(Json.read(json.replace('\'', '"')), evaluate(expression));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$states.input.nope",
                "$nope",
                "$nope.field",
                "field",
                "$",
                "$$",
                "$states.input.numbers[$ > 5]",
                "$states.input.nope < 1",
            })
    void failsWhereAnExpressionGivesNothing(String expression) {
        assertEquals(
                new Failure(
                        "States.QueryEvaluationError",
                        "Field Output: the expression \"%s\" gives nothing; expected a value (ask $exists first where it may lack)."
                                .formatted(expression)),
                failure(expression));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "1 + 'a' | failed: The right side of the \"+\" operator must evaluate to a number",
                "$nope(1) | failed: Attempted to invoke a non-function",
                "$error('own words') | failed: own words",
                "function($x) { $x } | gives no JSON: Found Symbol null value=null (Symbol);"
                        + " expected a JSON value.",
                "( $f := function($n) { $f($n + 1) + 1 }; $f(1) ) | calls itself without end",
                "( $f := function($n) { $f($n + 1) }; $f(1) ) | failed: more than 1000000 steps",
            })
    void failsOnAMistake(String expression, String what) {
        assertEquals(
                new Failure(
                        "States.QueryEvaluationError",
                        "Field Output: the expression \"%s\" %s.".formatted(expression, what)),
                failure(expression));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eval",
                "hash",
                "partition",
                "random",
                "range",
                "shuffle",
                "toMillis",
                "uuid"
            })
    void refusesWhatItCannotReplay(String function) {
        Query query = compile("[1, $" + function + "('1')]");

        assertEquals(
                List.of(
                        new DefinitionError(
                                "State Here",
                                "Output",
                                "[1, $" + function + "('1')]",
                                "an expression without $"
                                        + function
                                        + ", which is not implemented")),
                complaints);
        assertThrows(Failure.Raised.class, () -> query.evaluate(scope()));
    }

    @Test
    void readsNoNamesInsideTextsAndComments() {
        compile("'$random() $states.nope' & \"it's $uuid()\" /* $eval */ & `$hash`");

        assertEquals(List.of(), complaints);
    }

    @Test
    void refusesWhatStatesDoesNotHaveAtThisMoment() {
        Fields fields = Fields.of("State Here", Map.of(), "an object", complaints);
        Query.compile("Output", "$states.input & $states.result", Phase.ENTRY, fields);
        Query.compile("Output", "$states.result & $states.errorOutput", Phase.RESULT, fields);
        Query.compile("Output", "$states.errorOutput & $states .result", Phase.CATCH, fields);

        assertEquals(
                List.of(
                        "$states.result not to be used here: only [context, input] are known",
                        "$states.errorOutput not to be used here: only [context, input, result] are"
                                + " known",
                        "$states.result not to be used here: only [context, errorOutput, input] are"
                                + " known"),
                complaints.stream().map(DefinitionError::expected).toList());
    }

    @Test
    void refusesWhatDoesNotParse() {
        compile("1 +");

        assertEquals(1, complaints.size());
        assertEquals(
                "State Here, field Output: found 1 +; expected an expression in JSONata:"
                        + " Unexpected end of expression.",
                complaints.getFirst().toString());
    }

    @Test
    void carriesNothingFromRunToRun() {
        Query query = compile("($exists($seen) ? 'again' : ($seen := true; 'first'))");

        assertEquals("first", query.evaluate(scope()));
        assertEquals("first", query.evaluate(scope()));
    }

    @Test
    void answersEachRunFromItsOwnValues() {
        Query query = compile("$states.input.n");

        for (int n = 1; n <= 3; n++) {
            Map<String, @Nullable Object> states = Map.of("input", Map.of("n", n));
            assertEquals(n, query.evaluate(new Scope(Map.of("states", states), Instant.EPOCH)));
        }
    }

    private Query compile(String expression) {
        Fields fields = Fields.of("State Here", Map.of(), "an object", complaints);
        return Query.compile("Output", expression, Phase.ENTRY, fields);
    }

    private @Nullable Object evaluate(String expression) {
        Object result = compile(expression).evaluate(scope());
        assertEquals(List.of(), complaints);
        return result;
    }

    private Failure failure(String expression) {
        return assertThrows(Failure.Raised.class, () -> evaluate(expression)).failure();
    }

    private static Scope scope() {
        Map<String, @Nullable Object> states = new LinkedHashMap<>();
        states.put("input", Json.read(INPUT));
        Map<String, @Nullable Object> bindings = new LinkedHashMap<>();
        bindings.put("states", states);
        bindings.put("n", 5);
        bindings.put("unset", null);
        return new Scope(bindings, Bench.START.plusMillis(123));
    }
}
