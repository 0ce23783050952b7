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
                    {"errorMessage":"Quota.","errorType":"e.R","stackTrace":["a"]} | e.R: Quota.
                    {"errorMessage":"Quota of \\"4\\".","errorType":"e.R"}         | e.R: Quota of "4".
                    Task failed                                                    | e.R: Task failed
                    {"errorMessage":"Quota.","stackTr                              | e.R: {"errorMessage":"Quota.","stackTr
                    {"errorMessage":null}                                          | e.R: {"errorMessage":null}
                    {"errorMessage":""}                                            | e.R
                    {}                                                             | e.R: {}
                    ``                                                             | e.R
                    `  `                                                           | e.R
                    """)
    void saysWhatTheFunctionSaidOrTheCauseAsItIs(String cause, String sentence) {
        assertEquals(sentence, new Failure("e.R", cause).sentence());
    }

    /// Step Functions gives an error of its own, such as a time-out, without a cause.
    @Test
    void mayHaveNoCause() {
        Failure timeout =
                Json.read(
                        "{\"error\":\"States.Timeout\"}".getBytes(StandardCharsets.UTF_8),
                        Failure.class);

        assertEquals("States.Timeout", timeout.sentence());
    }
}
