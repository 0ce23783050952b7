package headroom.command.answer;

/// What a command says when it has done its work.
///
/// @param needsPerson whether something is left to be done by hand
public record Answer(String text, boolean needsPerson) {

    public static Answer good(String text) {
        return new Answer(text, false);
    }
}
