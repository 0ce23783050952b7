package headroom.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;

final class ResultsTest {
    private static final List<String> TEXT = List.of("new", "", "lines");

    @Test
    void replacesASectionBetweenOthers() {
        assertEquals(
                List.of("# R", "", "## a", "1", "", "## b", "", "new", "", "lines", "", "## c"),
                Results.replaced(
                        List.of("# R", "", "## a", "1", "", "## b", "2", "### d", "", "## c"),
                        "b",
                        TEXT));
    }

    @Test
    void replacesTheLastSection() {
        assertEquals(
                List.of("# R", "", "## b", "", "new", "", "lines"),
                Results.replaced(List.of("# R", "", "## b", "2"), "b", TEXT));
    }

    @Test
    void addsASectionThatThereIsNot() {
        assertEquals(
                List.of("# R", "", "## bc", "2", "", "## b", "", "new", "", "lines"),
                Results.replaced(List.of("# R", "", "## bc", "2"), "b", TEXT));
    }

    @Test
    void isTheSameTheSecondTime() {
        List<String> once =
                Results.replaced(List.of("# R", "", "## b", "2", "", "## c"), "b", TEXT);
        assertEquals(once, Results.replaced(once, "b", TEXT));
    }
}
