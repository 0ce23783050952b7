package headroom.trigger;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A row of a workflow's table of messages, with what comes of it.
public record MessageRow(String why, String answer, @Nullable String message) {

    /// Those of `messages.txt`.
    public static List<MessageRow> of(String workflow) {
        Path table =
                Path.of(
                        "src",
                        "test",
                        "resources",
                        "headroom",
                        workflow,
                        "trigger",
                        "messages.txt");
        try (Stream<String> lines = Files.lines(table)) {
            return lines.filter(each -> !each.startsWith("#")).map(MessageRow::row).toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static MessageRow row(String line) {
        String[] cells = line.split(" \\| ?", 3);
        String message = cells[2].replace("<BOM>", "\uFEFF").replace("<LF>", "\n");
        return new MessageRow(cells[0], cells[1], message.equals("<NULL>") ? null : message);
    }

    @Override
    public String toString() {
        return why;
    }
}
