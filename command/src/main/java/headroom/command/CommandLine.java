package headroom.command;

import headroom.command.cluster.Access;
import headroom.configuration.Spelling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.ListIterator;
import java.util.Map;
import java.util.Optional;

/// A command as it was typed.
///
/// @param operands what stands behind the subcommand, without the options
/// @param context the settings of `-c`
record CommandLine(
        Subcommand subcommand, List<String> operands, Access access, Map<String, String> context) {
    private static final String REGION = "--region";
    private static final String PROFILE = "--profile";
    private static final String CONTEXT = "--context";
    private static final List<String> OPTIONS = List.of(REGION, PROFILE, CONTEXT, "-c", "--help");
    private static final int NEAR = 3;

    /// @throws NotUnderstood if it is not what was expected
    static CommandLine parse(List<String> words) {
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
            String option = parts[0].equals("-c") ? CONTEXT : known(parts[0]);
            String value = parts.length == 2 ? parts[1] : rest.hasNext() ? rest.next() : "";
            if (value.isBlank()) {
                throw new NotUnderstood("Behind %s there is nothing.".formatted(word));
            }
            options.computeIfAbsent(option, _ -> new ArrayList<>()).add(value);
        }
        if (operands.isEmpty()) {
            throw new NotUnderstood("There is no subcommand.");
        }
        Subcommand subcommand = Subcommand.of(operands.removeFirst());
        subcommand.require(operands);
        var access = new Access(last(options, REGION), last(options, PROFILE));
        var line = new CommandLine(subcommand, List.copyOf(operands), access, context(options));
        line.requireUseOfOptions();
        return line;
    }

    private static String known(String option) {
        if (!OPTIONS.contains(option)) {
            throw NotUnderstood.of(option, Spelling.nearest(option, OPTIONS, NEAR), OPTIONS);
        }
        return option;
    }

    private static Optional<String> last(Map<String, List<String>> options, String option) {
        return Optional.ofNullable(options.get(option)).map(List::getLast);
    }

    private static Map<String, String> context(Map<String, List<String>> options) {
        Map<String, String> context = new LinkedHashMap<>();
        for (String each : options.getOrDefault(CONTEXT, List.of())) {
            String[] parts = each.split("=", 2);
            if (parts.length < 2) {
                throw new NotUnderstood(
                        "Behind -c there is \"%s\"; expected a setting as in -c maxNodes=16."
                                .formatted(each));
            }
            context.put(parts[0], parts[1]);
        }
        return context;
    }

    private void requireUseOfOptions() {
        boolean checks = subcommand == Subcommand.CHECK;
        if (!checks && !context.isEmpty()) {
            throw new NotUnderstood("-c says nothing to " + subcommand.word() + ", only to check.");
        }
        if (checks && (access.region().isPresent() || access.profile().isPresent())) {
            throw new NotUnderstood(
                    "--region and --profile say nothing to check: it asks AWS for nothing.");
        }
    }
}
