package headroom.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The plain text of a mail as Markdown that Slack and Microsoft Teams both show as it was meant.
///
/// The two agree on little: Slack knows no backslash before a special character, and takes
/// `<!here>` for a call to everybody. Both leave alone what stands between backticks, and both read
/// `&amp;`, `&lt;` and `&gt;` as the characters.
final class Markdown {
    private static final Pattern HEADING = Pattern.compile("[A-Z][A-Z' ]{3,}");
    private static final Pattern COLUMNS = Pattern.compile("\\S {2,}\\S");

    /// An underscore within a word formats nothing.
    private static final Pattern SPECIAL = Pattern.compile("[*~`\\\\]|(?<!\\w)_|_(?!\\w)|]\\(");

    /// A word with the punctuation around it.
    private static final Pattern WORD = Pattern.compile("([(\"'\\[]*)(.*?)([.,:;!?)\"'\\]]*)");

    private static final String FENCE = "```";

    private Markdown() {}

    /// Commands and tables as they are, headings in bold, and the rest with nothing in it that
    /// would format anything.
    static String of(String text) {
        List<String> done = new ArrayList<>();
        List<String> fixed = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (isFixed(line)) {
                fixed.add(line.stripLeading());
                continue;
            }
            fence(fixed).forEach(done::add);
            fixed.clear();
            done.add(HEADING.matcher(line).matches() ? "*" + line + "*" : prose(line));
        }
        fence(fixed).forEach(done::add);
        return String.join("\n", done);
    }

    /// Whether a line has to stay as it is: a command, which is indented, or columns.
    static boolean isFixed(String line) {
        return line.startsWith("  ") || COLUMNS.matcher(line).find();
    }

    private static Stream<String> fence(List<String> lines) {
        return lines.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        FENCE
                                + "\n"
                                + literal(String.join("\n", lines)).replace(FENCE, "'''")
                                + "\n"
                                + FENCE);
    }

    private static String prose(String line) {
        return Stream.of(line.split(" ", -1)).map(Markdown::word).collect(Collectors.joining(" "));
    }

    private static String word(String word) {
        if (word.startsWith("https://") || !SPECIAL.matcher(word).find()) {
            return literal(word);
        }
        Matcher parts = WORD.matcher(word);
        if (!parts.matches() || parts.group(2).isEmpty()) {
            return code(word);
        }
        return literal(parts.group(1)) + code(parts.group(2)) + literal(parts.group(3));
    }

    private static String code(String text) {
        return "`" + literal(text).replace('`', '\'') + "`";
    }

    private static String literal(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
