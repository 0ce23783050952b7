package headroom.rehearsal;

/// What was typed cannot be carried out. The message says what was found and what was expected.
final class NotUnderstood extends RuntimeException {
    NotUnderstood(String message) {
        super(message);
    }
}
