package headroom.rehearsal.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.util.Optional;

/// A message that has a form for each protocol, as SNS takes it with the structure `json`: all of
/// it, or none.
///
/// @param text what e-mail and most protocols get
/// @param https what a chat gets; empty if that is the text
record MessageForms(String text, Optional<String> https) {
    private static final String STRUCTURE = "Message Structure - ";

    private static final JsonMapper STRICT =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    /// A message of which SNS takes nothing.
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String why) {
            super("Invalid parameter: " + why);
        }
    }

    static MessageForms of(String message) throws Refused {
        JsonNode forms = parsed(message);
        if (!forms.isObject()) {
            throw new Refused(STRUCTURE + "JSON message body failed to parse");
        }
        for (var form : forms.properties()) {
            if (!form.getValue().isTextual()) {
                throw new Refused(
                        STRUCTURE + "The value of %s is no string".formatted(form.getKey()));
            }
        }
        if (!forms.has("default")) {
            throw new Refused(STRUCTURE + "No default entry in JSON message body");
        }
        return new MessageForms(
                form(forms, "email").orElseGet(() -> forms.get("default").textValue()),
                form(forms, "https"));
    }

    private static Optional<String> form(JsonNode forms, String protocol) {
        return Optional.ofNullable(forms.get(protocol)).map(JsonNode::textValue);
    }

    private static JsonNode parsed(String message) throws Refused {
        try {
            return STRICT.readTree(message);
        } catch (JsonProcessingException notJson) {
            throw new Refused(STRUCTURE + "JSON message body failed to parse");
        }
    }
}
