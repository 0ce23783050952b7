package headroom.command;

/// The command line is not what was expected. The message says what is wrong with it.
final class NotUnderstood extends RuntimeException {
    NotUnderstood(String message) {
        super(message);
    }
}
