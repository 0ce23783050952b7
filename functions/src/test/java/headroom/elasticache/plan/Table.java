package headroom.elasticache.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A table of decisions: `why`, then what differs from the ordinary [Situation], then the `answer`.
///
/// An empty cell is as in the ordinary situation. The column `otherwise` holds what has no column.
record Table(List<String> columns, List<List<String>> rows) {
    private static final String OTHERWISE = "otherwise";

    record Row(String why, Situation situation, String answer) {
        void check() {
            assertEquals(answer, situation.answer(), () -> why + ": " + situation);
        }

        @Override
        public String toString() {
            return why;
        }
    }

    Table {
        Set<String> names = new HashSet<>();
        for (List<String> row : rows) {
            if (row.size() != columns.size() || !names.add(row.getFirst())) {
                throw new IllegalArgumentException(
                        "The row \"%s\" stands twice, or has %d cells; expected one for each of %s."
                                .formatted(row.getFirst(), row.size(), columns));
            }
        }
    }

    static Table of(String text) {
        List<List<String>> lines = text.lines().map(Table::cells).toList();
        return new Table(lines.getFirst(), lines.subList(1, lines.size()));
    }

    private static List<String> cells(String line) {
        return Stream.of(line.split("\\|", -1)).map(String::strip).toList();
    }

    Stream<Row> decisions() {
        return rows.stream().map(row -> new Row(row.getFirst(), situation(row), row.getLast()));
    }

    private Situation situation(List<String> cells) {
        Situation situation = new Situation();
        for (int i = 1; i < columns.size() - 1; i++) {
            String cell = cells.get(i);
            if (columns.get(i).equals(OTHERWISE) && !cell.isEmpty()) {
                situation.but(cell);
            } else if (!cell.isEmpty()) {
                situation.but(columns.get(i), cell);
            }
        }
        return situation;
    }
}
