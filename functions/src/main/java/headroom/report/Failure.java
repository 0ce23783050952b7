package headroom.report;

import software.amazon.awssdk.protocols.jsoncore.JsonNode;

import java.util.Optional;

/// An error as Step Functions hands it to a Catch.
///
/// @param error the error's name
/// @param cause what a function threw, as JSON, or plain text, or nothing
public record Failure(String error, String cause) {

    /// For people: the message, wherever it is.
    String sentence() {
        String said = message().orElse(cause);
        return said.isBlank() ? error : error + ": " + said;
    }

    private Optional<String> message() {
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
