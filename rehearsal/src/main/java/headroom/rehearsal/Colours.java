package headroom.rehearsal;

import headroom.simulated.journal.Kind;
import headroom.terminal.Rule;
import headroom.terminal.Tone;

import java.util.List;
import java.util.stream.Stream;

/// What the lines of `./rehearse` look like on a terminal.
final class Colours {
    private static final String TIME = "^\\d\\d:\\d\\d:\\d\\d  ";

    /// A scenario's name, or what stands in capitals in a report.
    private static final String HEADING = "^[a-z0-9]+(_[a-z0-9]+)+$|^[A-Z][A-Z ]+$";

    private static final String WRONG =
            "^ended as told +NO|^invariants .* [1-9]\\d* violated|^violations +[1-9]|^[A-Z]\\w+:"
                    + " \\d+$";

    private static final String RIGHT =
            "^ended as told +yes|^invariants .* 0 violated|^violations +0$";

    private Colours() {}

    static List<Rule> rules() {
        return Stream.concat(
                        Stream.of(Kind.values()).map(Colours::rule),
                        Stream.of(
                                Rule.of(HEADING, Tone.HEADING),
                                Rule.of(WRONG, Tone.BAD),
                                Rule.of(RIGHT, Tone.GOOD)))
                .toList();
    }

    /// Of a line of the transcript.
    private static Rule rule(Kind kind) {
        String lines = TIME + kind.label() + "\\b";
        return kind == Kind.REPORT
                ? Rule.of(lines, tone(kind))
                : Rule.ofParagraph(lines, tone(kind));
    }

    private static Tone tone(Kind kind) {
        return switch (kind) {
            case ALARM, PERSON, SCENARIO -> Tone.WARNING;
            case MESSAGE, LOG, METRIC, STATE -> Tone.QUIET;
            case EXECUTION -> Tone.HEADING;
            case STEP -> Tone.PLAIN;
            case CALL -> Tone.ACT;
            case CLUSTER, TASK -> Tone.CHANGE;
            case REPORT -> Tone.TOLD;
            case FAULT, VIOLATION -> Tone.BAD;
        };
    }
}
