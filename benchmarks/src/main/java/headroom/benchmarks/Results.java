package headroom.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The file that keeps what each benchmark found last: a section for each, under a heading of the
/// second level.
record Results(Path file) {
    private static final String HEADING = "## ";

    /// Puts a section in the place of the one with the same name, or at the end if there is none.
    ///
    /// @param text the section below its heading
    void replace(String name, List<String> text) throws IOException {
        Files.write(file, replaced(Files.readAllLines(file), name, text));
    }

    static List<String> replaced(List<String> lines, String name, List<String> text) {
        int begin = lines.indexOf(HEADING + name);
        List<String> result = new ArrayList<>(begin < 0 ? lines : lines.subList(0, begin));
        if (begin < 0) {
            result.add("");
        }
        result.add(HEADING + name);
        result.add("");
        result.addAll(text);
        List<String> rest =
                begin < 0 ? List.of() : lines.subList(end(lines, begin + 1), lines.size());
        if (!rest.isEmpty()) {
            result.add("");
            result.addAll(rest);
        }
        return result;
    }

    private static int end(List<String> lines, int from) {
        int end = from;
        while (end < lines.size() && !lines.get(end).startsWith(HEADING)) {
            end++;
        }
        return end;
    }
}
