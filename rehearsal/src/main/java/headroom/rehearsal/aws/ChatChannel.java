package headroom.rehearsal.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// A channel that Amazon Q Developer in chat applications brings the operators' topic to. The real
/// one drops what is not of its schema, and tells nobody; this one keeps a list.
///
/// The fields are those of [custom
/// notifications](https://docs.aws.amazon.com/chatbot/latest/adminguide/custom-notifs.html), which
/// name no bounds; those here are what the chats themselves show, or narrower.
public final class ChatChannel {
    private static final int LONGEST_TITLE = 250;
    private static final int LONGEST_TEXT = 4_000;

    private static final Set<String> FIELDS =
            Set.of("version", "source", "id", "content", "metadata");
    private static final Set<String> CONTENT =
            Set.of("textType", "title", "description", "nextSteps", "keywords");
    private static final Set<String> METADATA =
            Set.of(
                    "threadId",
                    "summary",
                    "eventType",
                    "relatedResources",
                    "additionalContext",
                    "enableCustomActions");

    private final JsonMapper mapper = new JsonMapper();
    private final List<String> shown = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();

    /// The titles of the cards that somebody sees.
    public List<String> shown() {
        return List.copyOf(shown);
    }

    /// What nobody sees, each with the reason.
    public List<String> dropped() {
        return List.copyOf(dropped);
    }

    void take(String card) {
        try {
            JsonNode read = mapper.readTree(card);
            List<String> wrong = wrong(read);
            if (wrong.isEmpty()) {
                shown.add(read.at("/content/title").textValue());
            } else {
                dropped.add(String.join(", ", wrong) + ": " + card);
            }
        } catch (JsonProcessingException notJson) {
            dropped.add("no JSON: " + card);
        }
    }

    private static List<String> wrong(JsonNode card) {
        List<String> wrong = new ArrayList<>();
        if (!card.path("version").asText().equals("1.0")
                || !card.path("source").asText().equals("custom")) {
            wrong.add("no custom notification");
        }
        JsonNode content = card.path("content");
        if (!content.path("textType").asText().equals("client-markdown")) {
            wrong.add("another type of text");
        }
        unknown(card, FIELDS).forEach(wrong::add);
        unknown(content, CONTENT).forEach(wrong::add);
        unknown(card.path("metadata"), METADATA).forEach(wrong::add);
        card.path("metadata").properties().stream()
                .filter(each -> !each.getValue().isTextual())
                .forEach(each -> wrong.add(each.getKey() + " is no text"));
        text(content.path("title"), LONGEST_TITLE).forEach(wrong::add);
        text(content.path("description"), LONGEST_TEXT).forEach(wrong::add);
        Stream.of("nextSteps", "keywords")
                .flatMap(each -> content.path(each).valueStream())
                .flatMap(each -> text(each, LONGEST_TEXT))
                .forEach(wrong::add);
        return wrong;
    }

    private static Stream<String> unknown(JsonNode object, Set<String> known) {
        return object.properties().stream()
                .map(each -> each.getKey())
                .filter(each -> !known.contains(each))
                .map(each -> each + " is no field");
    }

    private static Stream<String> text(JsonNode text, int longest) {
        if (!text.isTextual() || text.textValue().isBlank()) {
            return Stream.of(text + " is no text");
        }
        return text.textValue().length() > longest
                ? Stream.of("more than %,d characters".formatted(longest))
                : Stream.empty();
    }
}
