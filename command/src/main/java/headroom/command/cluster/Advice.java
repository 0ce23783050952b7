package headroom.command.cluster;

import java.util.List;
import java.util.stream.Collectors;

/// What to do about a situation.
///
/// @param commands to be pasted, in this order
record Advice(boolean needsPerson, String sentence, List<String> commands) {

    static Advice nothing(String sentence) {
        return new Advice(false, sentence, List.of());
    }

    static Advice doThis(String sentence, String... commands) {
        return new Advice(true, sentence, List.of(commands));
    }

    String inWords() {
        return commands.isEmpty()
                ? sentence
                : commands.stream().collect(Collectors.joining("\n  ", sentence + "\n  ", ""));
    }
}
