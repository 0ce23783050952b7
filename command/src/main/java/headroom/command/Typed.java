package headroom.command;

import headroom.configuration.Spelling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Optional;

/// The words of a command, told apart: each option has a value, behind it or after an equals sign.
///
/// @param operands what is no option, in its order
/// @param options by name
record Typed(List<String> operands, Map<String, List<String>> options) {
    /// Beyond that, a suggestion would be a guess.
    private static final int NEAR = 3;

    /// @param known the options that there are
    /// @param shorthand what some of them are called besides
    /// @throws NotUnderstood if there is another option, or one without a value
    static Typed of(List<String> words, List<String> known, Map<String, String> shorthand) {
        List<String> operands = new ArrayList<>();
        Map<String, List<String>> options = new LinkedHashMap<>();
        ListIterator<String> rest = words.listIterator();
        while (rest.hasNext()) {
            String word = rest.next();
            if (!word.startsWith("-")) {
                operands.add(word);
                continue;
            }
            String[] parts = word.split("=", 2);
            String name = parts[0];
            String option = Optional.ofNullable(shorthand.get(name)).orElse(name);
            if (!known.contains(option)) {
                throw NotUnderstood.of(name, Spelling.nearest(name, known, NEAR), known);
            }
            String value = parts.length == 2 ? parts[1] : rest.hasNext() ? rest.next() : "";
            if (value.isBlank()) {
                throw new NotUnderstood("Behind %s there is nothing.".formatted(word));
            }
            options.computeIfAbsent(option, _ -> new ArrayList<>()).add(value);
        }
        return new Typed(List.copyOf(operands), options);
    }

    List<String> all(String option) {
        return options.getOrDefault(option, List.of());
    }

    /// The last one counts, as with the AWS CLI.
    Optional<String> last(String option) {
        return all(option).stream().reduce((_, later) -> later);
    }
}
