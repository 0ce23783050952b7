package headroom.trigger;

/// Parts of a message that somebody else wrote, fit to be read by people.
final class Excerpt {
    /// About two lines of a mail: enough to find out who wrote it.
    private static final int LONGEST = 160;

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final String QUOTES = "\"'`";

    private Excerpt() {}

    /// Without what editors, shells and consoles put around a text: white space of all kinds, a
    /// byte order mark, and the quotation marks that some shells leave on an argument.
    static String bare(String text) {
        int from = 0;
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
                || each == BYTE_ORDER_MARK
                || QUOTES.indexOf(each) >= 0;
    }

    /// On one line, and not too long for a sentence.
    static String of(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }
}
