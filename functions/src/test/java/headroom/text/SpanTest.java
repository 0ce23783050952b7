package headroom.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

final class SpanTest {
    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 s",
        "PT59.9S, 59 s",
        "PT1M, 1 min",
        "PT17M44S, 17 min",
        "PT1H, 1 h",
        "PT3H5M59S, 3 h 5 min",
        "PT30H36M44S, 30 h 36 min"
    })
    void isWhatPeopleSay(Duration length, String words) {
        assertEquals(words, new Span(length).toString());
    }
}
