package headroom.rehearsal.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Lays text out beside what it is about, no wider than a page, so that a terminal need not wrap it
/// and nobody scrolls sideways. A word that is longer stays whole.
final class Columns {
    private static final int WIDTH = 100;

    /// A number stays with its percent sign.
    private static final String BETWEEN_WORDS = "\\s+(?!%)";

    private Columns() {}

    /// @param label what it is about
    /// @param width of the column with the labels; a longer one takes of the text's place
    static List<String> lines(String label, int width, String text) {
        String indent = " ".repeat(width);
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(padded(label, width));
        boolean hasWords = false;
        for (String word : text.strip().split(BETWEEN_WORDS, -1)) {
            if (hasWords && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
                hasWords = false;
            }
            line.append(hasWords ? " " : "").append(word);
            hasWords = true;
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    /// There is always a space between the two.
    private static String padded(String label, int width) {
        return width == 0 ? label : String.format(Locale.ROOT, "%-" + (width - 1) + "s ", label);
    }
}
