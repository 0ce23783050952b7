package headroom.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The runbook for the people on call, which has a section for each subject.
///
/// @param form of the mails that link to it
public record RunbookPage(Mail.Form form) {
    /// Those of its sections.
    public Set<String> headings() {
        return lines("## ").collect(Collectors.toSet());
    }

    /// Where a link may go.
    public Set<String> anchors() {
        return Stream.concat(lines("## "), lines("### "))
                .map(Mail::anchor)
                .collect(Collectors.toSet());
    }

    private Stream<String> lines(String mark) {
        try {
            return Files.readAllLines(Path.of("..", form.runbook())).stream()
                    .filter(line -> line.startsWith(mark))
                    .map(line -> line.substring(mark.length()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
