package headroom.rehearsal.scenario;

import java.util.List;

/// Something that a reader wants to know at the end of a scenario.
///
/// @param what it is about
public record SummaryRow(String what, String value) {
    private static final int LABELS = 20;

    /// As text, no wider than a page.
    public List<String> text() {
        return Columns.lines(what, LABELS, value);
    }
}
