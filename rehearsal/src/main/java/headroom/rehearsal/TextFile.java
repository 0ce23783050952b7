package headroom.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Reads what a reader has written.
final class TextFile {
    private TextFile() {}

    /// @throws NotUnderstood if it is not there, or no text
    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException missing) {
            throw new NotUnderstood("There is no file " + file.toAbsolutePath() + ".");
        } catch (IOException unreadable) {
            throw new NotUnderstood(
                    "The file " + file + " cannot be read as UTF-8 text: " + unreadable);
        }
    }
}
