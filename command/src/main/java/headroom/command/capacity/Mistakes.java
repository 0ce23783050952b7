package headroom.command.capacity;

import headroom.command.answer.Refused;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What is wrong with the files that were handed in, in the order in which it was found.
final class Mistakes {
    /// What somebody reads. A file that is wrong throughout is wrong in the same way.
    private static final int MOST = 40;

    private final Set<String> found = new LinkedHashSet<>();

    /// @param sentence with what was found, what was expected, and what to do where that is more
    void add(String sentence) {
        found.add(sentence);
    }

    /// As a part of a text of any length.
    static String quoted(String text) {
        return '"' + (text.length() <= 60 ? text : text.substring(0, 57) + "...") + '"';
    }

    boolean areNone() {
        return found.isEmpty();
    }

    /// @throws Refused if anything was found
    void refuse(List<Path> files) {
        if (areNone()) {
            return;
        }
        List<String> lines = new ArrayList<>();
        lines.add(
                "%s cannot be judged. %s wrong:"
                        .formatted(
                                String.join(", ", files.stream().map(Path::toString).toList()),
                                found.size() == 1 ? "One thing is" : found.size() + " things are"));
        found.stream().limit(MOST).map("- "::concat).forEach(lines::add);
        if (found.size() > MOST) {
            lines.add("- and %d more.".formatted(found.size() - MOST));
        }
        lines.add("docs/capacity.md has what a file may hold.");
        throw new Refused(String.join("\n", lines));
    }
}
