package headroom.report;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.protocols.jsoncore.JsonNode;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An error as Step Functions hands it to a Catch.
///
/// @param error the error's name
/// @param cause what a function threw, as JSON, or plain text; missing for errors of Step
///   Functions' own, such as a time-out
public record Failure(String error, @Nullable String cause) {

    /// In characters. What Step Functions cut off is no JSON any more, and up to 32 KiB long.
    private static final int LONGEST = 1_000;

    /// The condition on the lease, or on the record beside it, did not hold.
    private static final String CONDITION = "DynamoDB.ConditionalCheckFailedException";

    /// A Java class: in ours, the message says it all.
    private static final Pattern CLASS = Pattern.compile("([a-z][a-z0-9]*[.])+([A-Z]\\w*)");

    /// For people: the message, wherever it is.
    public String sentence() {
        if (error.equals(CONDITION)) {
            return "The run had lost its lease, or somebody had changed the record of its tasks, so"
                    + " it did nothing more.";
        }
        Matcher ofJava = CLASS.matcher(error);
        String name = ofJava.matches() ? "" : error;
        String said = cause == null ? "" : message(cause).orElse(cause).strip();
        String cut = said.length() > LONGEST ? said.substring(0, LONGEST) + "..." : said;
        if (cut.isEmpty()) {
            return (name.isEmpty() ? ofJava.group(2) : name) + ".";
        }
        return name.isEmpty() ? cut : name + ": " + cut;
    }

    private static Optional<String> message(String cause) {
        if (!cause.startsWith("{")) {
            return Optional.empty();
        }
        try {
            return JsonNode.parser().parse(cause).field("errorMessage").map(JsonNode::text);
        } catch (RuntimeException cutOff) {
            return Optional.empty();
        }
    }
}
