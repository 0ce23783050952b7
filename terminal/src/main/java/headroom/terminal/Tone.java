package headroom.terminal;

/// What a colour says. Each is one of the eight that any terminal has, which its owner has chosen
/// to be legible, or a weight.
public enum Tone {
    PLAIN(""),
    HEADING("1"),
    QUIET("2"),
    GOOD("32"),
    WARNING("33"),
    BAD("1;31"),
    ACT("36"),
    CHANGE("34"),
    TOLD("35");

    private final String code;

    Tone(String code) {
        this.code = code;
    }

    /// What puts it on.
    String on() {
        return code.isEmpty() ? "" : "\u001b[" + code + "m";
    }

    /// What takes it off.
    String off() {
        return code.isEmpty() ? "" : "\u001b[0m";
    }
}
