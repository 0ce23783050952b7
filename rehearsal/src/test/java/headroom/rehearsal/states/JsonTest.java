package headroom.rehearsal.states;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

final class JsonTest {
    @Test
    void keepsTheOrderOfTheText() {
        assertEquals(
                "{\"z\":1,\"a\":[true,null,\"é\"],\"m\":0.5}",
                Json.write(Json.read("{\"z\": 1, \"a\": [true, null, \"é\"], \"m\": 0.5}")));
    }

    @Test
    void hasOneFormForEachNumber() {
        assertEquals(
                List.of(3, 3, 12_345_678_901L, 0.25, 1e300),
                Json.copy(List.of(3.0, 3L, 12_345_678_901.0, new BigDecimal("0.25"), 1e300)));
    }

    @Test
    void readsNull() {
        assertNull(Json.read("null"));
    }

    @Test
    void letsNobodyChangeAValue() {
        List<Object> original = new ArrayList<>(List.of(1));
        Object copy = Json.copy(Map.of("list", original));
        original.add(2);

        assertEquals(Map.of("list", List.of(1)), copy);
        Map<?, ?> map = assertInstanceOf(Map.class, copy);
        assertThrows(UnsupportedOperationException.class, map::clear);
        List<?> list = assertInstanceOf(List.class, map.get("list"));
        assertThrows(UnsupportedOperationException.class, list::clear);
    }

    @Test
    void refusesWhatIsNoJson() {
        IllegalArgumentException refusal =
                assertThrows(
                        IllegalArgumentException.class, () -> Json.copy(List.of(Instant.EPOCH)));

        assertEquals(
                "Found 1970-01-01T00:00:00Z (Instant); expected a JSON value.",
                refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "1 2", "{\"a\": 1, \"a\": 2}", "NaN"})
    void refusesTextThatIsNoJson(String text) {
        assertThrows(IllegalArgumentException.class, () -> Json.read(text));
    }

    @Test
    void countsBytesOfUtf8() {
        assertEquals(4, Json.bytes("é"));
    }
}
