package headroom.rehearsal.scenario;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Shortens the names that AWS and Headroom give to things, as far as a reader needs them to tell
/// one from another. `--json` has them whole.
final class Names {
    private static final Pattern ARN =
            Pattern.compile("arn:aws[a-z-]*:[a-z0-9-]+:[\\w:/-]*[:/]([\\w.-]+)");

    /// Tells runs apart, of one second even; its beginning does as well.
    private static final Pattern TOKEN_AFTER_TIME =
            Pattern.compile("(?<=\\d{8}[Tt]\\d{6}[Zz]-)([0-9a-f]{4})[0-9a-f]{20}\\b");

    private static final Pattern TOKEN = Pattern.compile("\\b([0-9a-f]{4})[0-9a-f]{20}\\b");

    /// Longer than a word of a sentence, than the time that a run's name ends with, and than an
    /// alarm's name.
    private static final int LONG = 42;

    private static final Pattern LONG_WORD =
            Pattern.compile("(?<![.\\w])[\\w-]{" + (LONG + 1) + ",}(?![.\\w])");
    private static final int HEAD = 19;
    private static final int TAIL = 7;

    private Names() {}

    static String shortened(String text) {
        String named = ARN.matcher(text).replaceAll("$1");
        named = TOKEN_AFTER_TIME.matcher(named).replaceAll("$1");
        named = TOKEN.matcher(named).replaceAll("$1…");
        return LONG_WORD
                .matcher(named)
                .replaceAll(each -> Matcher.quoteReplacement(middleLeftOut(each.group())));
    }

    /// What stands first says what it is, what stands last when it was made or which one it is.
    private static String middleLeftOut(String word) {
        String head = word.substring(0, HEAD);
        String whole = head.substring(0, head.lastIndexOf('-') + 1);
        String tail = word.substring(word.length() - TAIL);
        return (whole.isEmpty() ? head : whole) + "…" + tail.substring(tail.lastIndexOf('-') + 1);
    }
}
