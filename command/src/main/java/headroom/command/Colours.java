package headroom.command;

import headroom.terminal.Rule;
import headroom.terminal.Tone;

import java.util.List;

/// What the lines of commands look like on a terminal.
final class Colours {
    static final List<Rule> RULES =
            List.of(
                    Rule.of("^[A-Z][A-Z ]+$", Tone.HEADING),
                    Rule.of(
                            "^(Last runs|What the figures say:|Shapes that were weighed)",
                            Tone.HEADING),
                    Rule.of("which ENDED|\\b(ABORTED|FAILED|TIMED_OUT)\\b", Tone.BAD),
                    Rule.of("^It does not carry| ! ", Tone.BAD),
                    Rule.of("^It carries|^Nothing\\.|^Lease +free", Tone.GOOD),
                    Rule.of(": ALARM\\b|\\bnot known\\b", Tone.WARNING),
                    Rule.of("^ +(\\./|aws )", Tone.ACT));

    private Colours() {}
}
