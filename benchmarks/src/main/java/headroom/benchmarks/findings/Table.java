package headroom.benchmarks.findings;

import java.util.ArrayList;
import java.util.List;

/// A table in Markdown.
public final class Table {
    private final List<String> lines = new ArrayList<>();
    private final int columns;

    public Table(String... headings) {
        columns = headings.length;
        row(headings);
        lines.add("|---".repeat(columns) + "|");
    }

    public void row(String... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException(
                    "A row has %d cells, the table %d columns.".formatted(cells.length, columns));
        }
        lines.add("| " + String.join(" | ", cells) + " |");
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }
}
