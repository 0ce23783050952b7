package headroom.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.step.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.charset.StandardCharsets;

final class FailureTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"errorMessage":"Quota.","errorType":"e.R","stackTrace":["a"]} | Quota.
                    {"errorMessage":"Quota of \\"4\\".","errorType":"e.R"}         | Quota of "4".
                    Task failed                                                    | Task failed
                    {"errorMessage":"Quota.","stackTr                              | {"errorMessage":"Quota.","stackTr
                    {"errorMessage":null}                                          | {"errorMessage":null}
                    {"errorMessage":""}                                            | R.
                    {}                                                             | {}
                    ``                                                             | R.
                    `  `                                                           | R.
                    """)
    void saysWhatTheFunctionSaidOrTheCauseAsItIs(String cause, String sentence) {
        assertEquals(sentence, new Failure("headroom.step.R", cause).sentence());
    }

    /// Step Functions gives an error of its own, such as a time-out, without a cause.
    @Test
    void mayHaveNoCause() {
        Failure timeout =
                Json.read(
                        "{\"error\":\"States.Timeout\"}".getBytes(StandardCharsets.UTF_8),
                        Failure.class);

        assertEquals("States.Timeout.", timeout.sentence());
    }

    @Test
    void namesAnErrorThatIsNoClassOfJava() {
        assertEquals(
                "Lambda.TooManyRequests: Rate exceeded",
                new Failure("Lambda.TooManyRequests", "Rate exceeded").sentence());
        assertEquals(
                "NullPointerException.",
                new Failure("java.lang.NullPointerException", null).sentence());
    }

    @Test
    void tellsOfALostLeaseAsSuch() {
        assertEquals(
                "The run had lost its lease, or somebody had changed the record of its tasks, so it"
                        + " did nothing more.",
                new Failure(
                                "DynamoDB.ConditionalCheckFailedException",
                                "The conditional request failed")
                        .sentence());
    }
}
