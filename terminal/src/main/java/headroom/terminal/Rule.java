package headroom.terminal;

import java.util.regex.Pattern;

/// Lines of a kind, and their colour.
///
/// @param kind found anywhere in a line of it
/// @param continued whether lines that are indented behind it are of the same kind
public record Rule(Pattern kind, Tone tone, boolean continued) {
    public static Rule of(String kind, Tone tone) {
        return new Rule(Pattern.compile(kind), tone, false);
    }

    /// With the indented lines behind it.
    public static Rule ofParagraph(String kind, Tone tone) {
        return new Rule(Pattern.compile(kind), tone, true);
    }

    boolean isOf(String line) {
        return kind.matcher(line).find();
    }
}
