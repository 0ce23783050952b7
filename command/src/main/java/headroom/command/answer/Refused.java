package headroom.command.answer;

/// The command is not carried out. The message says what was found and what to do.
public final class Refused extends RuntimeException {
    public Refused(String message) {
        super(message);
    }
}
