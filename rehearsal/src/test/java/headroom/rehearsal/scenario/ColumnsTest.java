package headroom.rehearsal.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

final class ColumnsTest {
    @Test
    void putsTextBesideItsLabel() {
        assertEquals(List.of("lease     free"), Columns.lines("lease", 10, "free"));
        assertEquals(List.of("a long label free"), Columns.lines("a long label", 10, "free"));
        assertEquals(List.of("free"), Columns.lines("", 0, "free"));
        assertEquals(List.of("lease"), Columns.lines("lease", 10, ""));
    }

    @Test
    void goesOnBelowTheTextAtAHundredColumns() {
        String word = "123456789 ";
        assertEquals(
                List.of("label     " + word.repeat(8) + "1234567890", "          more"),
                Columns.lines("label", 10, word.repeat(8) + "1234567890 more"));
        assertEquals(
                List.of("label     " + word.repeat(8).strip(), "          12345678901"),
                Columns.lines("label", 10, word.repeat(8) + "12345678901"));
    }

    @Test
    void keepsAWordWholeThatIsLongerThanALine() {
        String word = "w".repeat(120);
        assertEquals(
                List.of("label     a", "          " + word, "          b"),
                Columns.lines("label", 10, "a " + word + " b"));
    }

    @Test
    void keepsANumberWithItsPercentSign() {
        String filler = "w".repeat(86);
        assertEquals(
                List.of("label     " + filler, "          10 %"),
                Columns.lines("label", 10, filler + " 10 %"));
    }
}
