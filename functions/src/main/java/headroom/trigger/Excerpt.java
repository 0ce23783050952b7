package headroom.trigger;

/// Parts of a message that somebody else wrote, fit to be read by people.
public final class Excerpt {
    /// About two lines of a mail: enough to find out who wrote it.
    private static final int LONGEST = 160;

    /// A byte order mark whose bytes were read as Latin-1, as some consoles do.
    private static final String MARK_OF_BYTES = "\u00EF\u00BB\u00BF";

    private static final String QUOTES = "\"'`";

    private Excerpt() {}

    /// Without what editors, shells and consoles put around a text: white space of all kinds, a
    /// byte order mark, and the quotation marks that some shells leave on an argument.
    public static String bare(String text) {
        int from = text.startsWith(MARK_OF_BYTES) ? MARK_OF_BYTES.length() : 0;
        int to = text.length();
        while (from < to && isAround(text.charAt(from))) {
            from++;
        }
        while (to > from && isAround(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    private static boolean isAround(char each) {
        return Character.isWhitespace(each)
                || Character.isSpaceChar(each)
                // A byte order mark, and other characters without a width.
                || Character.getType(each) == Character.FORMAT
                || QUOTES.indexOf(each) >= 0;
    }

    /// On one line, and not too long for a sentence.
    public static String of(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
