package headroom.rehearsal.commands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;

import software.amazon.awssdk.services.databasemigration.model.StartReplicationTaskTypeValue;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A command of the AWS CLI as a person reads it, with the placeholders replaced.
///
/// @param where the report's subject, or the document and its line
/// @param text what the person pastes, on one line
record Printed(String where, String text) {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    /// A command in the midst of other words.
    static final Pattern ANYWHERE =
            Pattern.compile("(?<![\\w./@-])aws ([a-z][a-z0-9-]+ [a-z][a-z-]+)");

    /// A word as it is, or one in quotes in which a shell replaces nothing.
    private static final Pattern WORD =
            Pattern.compile("'([^']*)'|\"([^\"$`\\\\]*)\"|([\\w./:@=,-]+)");

    private static final Pattern WORDS =
            Pattern.compile("(?:%1$s)(?: (?:%1$s))*".formatted(WORD.pattern()));

    /// The CLI leaves it to the services whether a value is one of those that there are.
    private static final Map<String, Set<String>> VALUES =
            Map.of(
                    "--start-replication-task-type", starts(),
                    "--start-replication-type", starts(),
                    "--status-filter", Set.copyOf(names(ExecutionStatus.knownValues())));

    private static Set<String> starts() {
        return Set.copyOf(names(StartReplicationTaskTypeValue.knownValues()));
    }

    private static List<String> names(Set<?> values) {
        return values.stream().map(Object::toString).toList();
    }

    /// Service and operation.
    String operation() {
        return ANYWHERE.matcher(text).results().map(each -> each.group(1)).findFirst().orElse("");
    }

    /// The same for two commands that differ in an ARN or a number only.
    String shape() {
        return text.replaceAll("arn:[\\w:/.-]+", "ARN").replaceAll("\\d+", "1");
    }

    /// What keeps a person from running it as it stands, in so far as the CLI itself does not say
    /// it; empty if nothing does.
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        if (!WORDS.matcher(text).matches()) {
            complaints.add(
                    "is not one command of plain or quoted words, which a shell hands on as they"
                            + " are");
            return complaints;
        }
        if (!text.contains(" --region ")) {
            complaints.add("has no --region; whoever pastes it may have another one for default");
        }
        List<String> words = words();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.matches("(?s)[{\\[].*") && !isJson(word)) {
                complaints.add("has a value that begins as JSON does and is none: " + word);
            }
            Set<String> values = VALUES.getOrDefault(i == 0 ? "" : words.get(i - 1), Set.of(word));
            if (!values.contains(word)) {
                complaints.add("has %s, and there are %s".formatted(word, values));
            }
        }
        return complaints.stream().map(each -> where + ": " + text + "\n  " + each).toList();
    }

    private List<String> words() {
        return WORD.matcher(text).results().map(Printed::unquoted).collect(Collectors.toList());
    }

    private static String unquoted(MatchResult word) {
        return word.group().replaceAll("^['\"]|['\"]$", "");
    }

    private static boolean isJson(String word) {
        try {
            JSON.readTree(word);
            return true;
        } catch (JsonProcessingException malformed) {
            return false;
        }
    }
}
