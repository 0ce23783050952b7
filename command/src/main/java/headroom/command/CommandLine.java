package headroom.command;

import headroom.command.cluster.Access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /// @throws NotUnderstood if it is not what was expected
    static CommandLine parse(List<String> words) {
        Typed typed = Typed.of(words, OPTIONS, Map.of("-c", CONTEXT));
        List<String> operands = new ArrayList<>(typed.operands());
        if (operands.isEmpty()) {
            throw new NotUnderstood("There is no subcommand.");
        }
        Subcommand subcommand = Subcommand.of(operands.removeFirst());
        subcommand.require(operands);
        var access = new Access(typed.last(REGION), typed.last(PROFILE));
        var line =
                new CommandLine(
                        subcommand, List.copyOf(operands), access, context(typed.all(CONTEXT)));
        line.requireUseOfOptions();
        return line;
    }

    private static Map<String, String> context(List<String> settings) {
        Map<String, String> context = new LinkedHashMap<>();
        for (String each : settings) {
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
