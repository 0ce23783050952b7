package headroom.report;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.protocols.jsoncore.JsonNode;

import java.util.Optional;

/// An error as Step Functions hands it to a Catch.
///
/// @param error the error's name
/// @param cause what a function threw, as JSON, or plain text; missing for errors of Step
///   Functions' own, such as a time-out
public record Failure(String error, @Nullable String cause) {

    /// In characters. What Step Functions cut off is no JSON any more, and up to 32 KiB long.
    private static final int LONGEST = 1_000;

    /// For people: the message, wherever it is.
    String sentence() {
        if (cause == null || cause.isBlank()) {
            return error;
        }
        String said = message(cause).orElse(cause);
        String cut = said.length() > LONGEST ? said.substring(0, LONGEST) + "..." : said;
        return said.isBlank() ? error : error + ": " + cut;
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
