package headroom.command.file;

import headroom.command.answer.Refused;

import software.amazon.awssdk.protocols.jsoncore.JsonNode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A file with JSON in it.
public final class JsonFile {
    private static final Pattern PLACE = Pattern.compile("line: \\d+, column: \\d+");

    private JsonFile() {}

    /// @param example of what is expected
    /// @throws Refused if it is not there, or no UTF-8
    public static String text(Path file, String example) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw new Refused(
                    "There is no file %s; expected one such as %s."
                            .formatted(file.toAbsolutePath(), example));
        } catch (IOException unreadable) {
            throw new Refused(
                    "The file %s cannot be read as UTF-8 text: %s"
                            .formatted(file.toAbsolutePath(), unreadable));
        }
    }

    /// @throws Refused if it is no JSON
    public static JsonNode parsed(String text, Path file) {
        try {
            return JsonNode.parser().parse(text);
        } catch (UncheckedIOException wrong) {
            throw new Refused("%s is no JSON: %s".formatted(file, brief(wrong)));
        }
    }

    /// What is wrong and where; the parser repeats the text between the two.
    private static String brief(UncheckedIOException wrong) {
        String message =
                String.valueOf(Objects.requireNonNullElse(wrong.getCause(), wrong).getMessage());
        Matcher place = PLACE.matcher(message);
        return message.lines().findFirst().orElse("")
                + (place.find() ? ", in " + place.group() : "");
    }
}
