package headroom.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// A table of decisions: `why`, then what differs from the ordinary, then the `answer`.
///
/// An empty cell is as in the ordinary case. The column `otherwise` holds what has no column.
///
/// @param ordinary makes the case that each row begins with
public record Table(
        Supplier<? extends Case> ordinary, List<String> columns, List<List<String>> rows) {
    private static final String OTHERWISE = "otherwise";

    public record Row(String why, Case given, String answer) {
        public void check() {
            assertEquals(answer, given.answer(), () -> why + ": " + given);
        }

        @Override
        public String toString() {
            return why;
        }
    }

    public Table {
        Set<String> names = new HashSet<>();
        for (List<String> row : rows) {
            if (row.size() != columns.size() || !names.add(row.getFirst())) {
                throw new IllegalArgumentException(
                        "The row \"%s\" stands twice, or has %d cells; expected one for each of %s."
                                .formatted(row.getFirst(), row.size(), columns));
            }
        }
    }

    public static Table of(Supplier<? extends Case> ordinary, String text) {
        List<List<String>> lines = text.lines().map(Table::cells).toList();
        return new Table(ordinary, lines.getFirst(), lines.subList(1, lines.size()));
    }

    private static List<String> cells(String line) {
        return Stream.of(line.split("\\|", -1)).map(String::strip).toList();
    }

    public Stream<Row> decisions() {
        return rows.stream().map(row -> new Row(row.getFirst(), given(row), row.getLast()));
    }

    private Case given(List<String> cells) {
        Case given = ordinary.get();
        for (int i = 1; i < columns.size() - 1; i++) {
            String cell = cells.get(i);
            if (columns.get(i).equals(OTHERWISE) && !cell.isEmpty()) {
                given.but(cell);
            } else if (!cell.isEmpty()) {
                given.but(columns.get(i), cell);
            }
        }
        return given;
    }
}
