package headroom.configuration;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// Finds the word that somebody meant.
public final class Spelling {
    private Spelling() {}

    /// The nearest of the words, if it is near; upper and lower case are alike. A word of which
    /// more than half is different is never near, however short.
    ///
    /// @param within the most letters to insert, remove or replace that still count as near
    public static Optional<String> nearest(String written, Collection<String> words, int within) {
        return words.stream()
                .min(Comparator.comparingInt(word -> distance(written, word)))
                .filter(word -> distance(written, word) <= Math.min(within, word.length() / 2));
    }

    /// Levenshtein's, row by row: `row[j]` is the distance from what is read of `one` to the first
    /// `j` letters of `other`.
    private static int distance(String one, String other) {
        String from = one.toLowerCase(Locale.ROOT);
        String to = other.toLowerCase(Locale.ROOT);
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
