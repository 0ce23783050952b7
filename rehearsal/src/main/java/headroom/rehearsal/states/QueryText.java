package headroom.rehearsal.states;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What can be said against an expression by reading it.
final class QueryText {
    /// $eval would hide expressions from the check. The others answer differently from run to run
    /// ($toMillis where a time lacks its zone or its date), or are not needed.
    static final Set<String> REFUSED =
            new TreeSet<>(
                    Set.of(
                            "eval",
                            "hash",
                            "partition",
                            "random",
                            "range",
                            "shuffle",
                            "toMillis",
                            "uuid"));

    private static final Pattern QUOTED =
            Pattern.compile(
                    "'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|`[^`]*`|/\\*.*?\\*/",
                    Pattern.DOTALL);
    private static final Pattern STATES = Pattern.compile("\\$states\\s*\\.\\s*(\\w+)");

    private QueryText() {}

    /// Answers what should stand there instead, one sentence for each mistake.
    static List<String> mistakes(String text, Phase moment) {
        String code = QUOTED.matcher(text).replaceAll("''");
        List<String> mistakes = new ArrayList<>();
        for (String name : REFUSED) {
            if (Pattern.compile("\\$" + name + "\\b").matcher(code).find()) {
                mistakes.add("an expression without $" + name + ", which is not implemented");
            }
        }
        Matcher states = STATES.matcher(code);
        while (states.find()) {
            if (!moment.known().contains(states.group(1))) {
                mistakes.add(
                        "$states.%s not to be used here: only %s are known"
                                .formatted(states.group(1), new TreeSet<>(moment.known())));
            }
        }
        return mistakes;
    }
}
