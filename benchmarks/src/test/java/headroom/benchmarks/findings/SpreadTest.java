package headroom.benchmarks.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.stream.IntStream;

final class SpreadTest {
    @Test
    void ranksAHundredValues() {
        List<Integer> values =
                IntStream.rangeClosed(1, 100).map(each -> 101 - each).boxed().toList();
        assertEquals(new Spread(50.5, 50, 95, 100), Spread.of(values, each -> each));
    }

    @Test
    void isAlwaysOneOfFewValues() {
        assertEquals(new Spread(4, 2, 9, 9), Spread.of(List.of(9, 1, 2), each -> each));
        assertEquals(new Spread(7, 7, 7, 7), Spread.of(List.of(7), each -> each));
    }

    @Test
    void isNoNumberWithoutValues() {
        assertTrue(Double.isNaN(Spread.of(List.<Integer>of(), each -> each).mean()));
        assertTrue(Double.isNaN(Spread.of(List.<Integer>of(), each -> each).worst()));
    }

    @Test
    void isWrittenWithAPointEverywhere() {
        assertEquals("1.5 / 2.3 / 4.0", new Spread(1.5, 2, 2.25, 4).inWords(1));
    }
}
