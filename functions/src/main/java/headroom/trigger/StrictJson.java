package headroom.trigger;

import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.protocols.jsoncore.JsonNodeParser;
import software.amazon.awssdk.thirdparty.jackson.core.JsonFactory;
import software.amazon.awssdk.thirdparty.jackson.core.JsonLocation;
import software.amazon.awssdk.thirdparty.jackson.core.JsonProcessingException;
import software.amazon.awssdk.thirdparty.jackson.core.StreamReadFeature;
import software.amazon.awssdk.thirdparty.jackson.core.io.JsonEOFException;

import java.io.UncheckedIOException;

/// Reads JSON with more care than the SDK does, which takes comments, stops after the first value,
/// and of two fields with one name believes the last.
final class StrictJson {
    private static final JsonNodeParser PARSER =
            JsonNodeParser.builder()
                    .jsonFactory(
                            JsonFactory.builder()
                                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                                    .build())
                    .build();

    sealed interface Reading {}

    record Value(JsonNode json) implements Reading {}

    /// @param sentence what is wrong, and where
    record Mistake(String sentence) implements Reading {}

    private StrictJson() {}

    static Reading read(String text) {
        try {
            JsonNode json = PARSER.parse(text);
            return isAlone(text)
                    ? new Value(json)
                    : new Mistake("it is no JSON: something follows its last brace.");
        } catch (UncheckedIOException notJson) {
            return new Mistake("it is no JSON: " + why(notJson) + ".");
        }
    }

    /// What follows a value would be its sibling, or would end what stands around it too early. No
    /// text does neither between brackets and between braces.
    private static boolean isAlone(String text) {
        try {
            return PARSER.parse("[" + text + "]").asArray().size() == 1
                    && PARSER.parse("{\"it\":" + text + "}").asObject().size() == 1;
        } catch (UncheckedIOException more) {
            return false;
        }
    }

    private static String why(UncheckedIOException notJson) {
        return switch (notJson.getCause()) {
            case JsonEOFException _ ->
                    "it ends before a brace, a bracket or a quotation mark is closed";
            case JsonProcessingException wrong ->
                    place(wrong) + Excerpt.of(wrong.getOriginalMessage());
            case null, default -> "it cannot be read";
        };
    }

    /// Missing where a limit of the parser is exceeded.
    private static String place(JsonProcessingException wrong) {
        JsonLocation place = wrong.getLocation();
        return place == null
                ? ""
                : "line %d, column %d: ".formatted(place.getLineNr(), place.getColumnNr());
    }
}
