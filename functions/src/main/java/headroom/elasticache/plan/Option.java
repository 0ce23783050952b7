package headroom.elasticache.plan;

import headroom.elasticache.group.Change;

import java.util.Optional;

/// A step that was weighed.
///
/// @param change with its target; empty where none is possible at all
/// @param name for people
/// @param expected the figures that it would bring, for people
/// @param enough whether they are far enough below the alarm
/// @param why in how far it is less than was wanted, or why it is not possible; empty if all is
///   well
public record Option(
        Optional<Change> change, String name, String expected, boolean enough, String why) {
    static Option impossible(String name, String why) {
        return new Option(Optional.empty(), name, "", false, why);
    }

    /// For people, as a line of a list.
    public String inWords() {
        return "- %s%s%s."
                .formatted(
                        name,
                        expected.isEmpty() ? "" : ": " + expected,
                        why.isEmpty() ? "" : (expected.isEmpty() ? ": no, " : "; ") + why);
    }

    Option because(String reason) {
        return new Option(change, name, expected, enough, reason);
    }
}
