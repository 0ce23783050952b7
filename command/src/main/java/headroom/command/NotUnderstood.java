package headroom.command;

import java.util.List;
import java.util.Optional;

/// The command line is not what was expected. The message says what is wrong with it.
final class NotUnderstood extends RuntimeException {
    NotUnderstood(String message) {
        super(message);
    }

    /// @param meant what is close to it
    /// @param known what it might have been
    static NotUnderstood of(String word, Optional<String> meant, List<String> known) {
        String hint =
                meant.map("did you mean %s?"::formatted)
                        .orElse("expected one of " + String.join(", ", known) + ".");
        return new NotUnderstood("%s is not known; %s".formatted(word, hint));
    }
}
