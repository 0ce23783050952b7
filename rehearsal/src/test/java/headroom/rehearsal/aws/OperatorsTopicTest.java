package headroom.rehearsal.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.simulated.journal.Journal;
import headroom.simulated.time.Scheduler;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.services.sns.model.InvalidParameterException;

import java.time.Instant;
import java.util.List;

/// What SNS takes of a message with a form for each protocol, and a chat of a card.
final class OperatorsTopicTest {
    private static final String CARD =
            "{\"version\":\"1.0\",\"source\":\"custom\",\"content\":{\"textType\":\"client-markdown\",\"title\":\"T\",\"description\":\"D\"}}";

    private final OperatorsTopic topic =
            new OperatorsTopic(new Journal(new Scheduler(Instant.parse("2026-11-22T04:00:00Z"))));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '@',
            textBlock =
                    """
                    news                                 | JSON message body failed to parse
                    ["news"]                             | JSON message body failed to parse
                    {"default": "a"} more                | JSON message body failed to parse
                    {"default": "a", "default": "b"}     | JSON message body failed to parse
                    {"https": "a"}                       | No default entry in JSON message body
                    {"default": 1}                       | The value of default is no string
                    {"default": "a", "https": {"a": 1}}  | The value of https is no string
                    """)
    void refusesAMessageWhoseFormsItDoesNotUnderstand(String message, String why) {
        assertEquals("Invalid parameter: Message Structure - " + why, refusal("json", message));
        assertEquals(List.of(), topic.subjects());
    }

    @Test
    void refusesAStructureThatThereIsNot() {
        assertEquals("Invalid parameter: MessageStructure", refusal("xml", "news"));
    }

    @Test
    void givesEMailItsOwnFormOrElseTheDefault() {
        topic.publish(
                it -> it.subject("one").messageStructure("json").message("{\"default\":\"d\"}"));
        topic.publish(
                it ->
                        it.subject("two")
                                .messageStructure("json")
                                .message("{\"default\":\"d\",\"email\":\"e\"}"));

        assertEquals("d", topic.body("one"));
        assertEquals("e", topic.body("two"));
        assertEquals(2, topic.chat().dropped().size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '@',
            textBlock =
                    """
                    "1.0"                | "2.0"              | no custom notification
                    "version":"1.0",     | @@                 | no custom notification
                    client-markdown      | html               | another type of text
                    "title"              | "titel"            | titel is no field
                    "D"                  | " "                | " " is no text
                    "D"                  | 1                  | 1 is no text
                    }}                   | },"metadata":{"eventType":1}} | eventType is no text
                    }}                   | }                  | no JSON
                    """)
    void aChatDropsWhatIsNoCardOfItsSchema(String from, String to, String why) {
        topic.chat().take(CARD);
        topic.chat().take(CARD.replace(from, to));

        assertEquals(List.of("T"), topic.chat().shown());
        assertEquals(
                true,
                topic.chat().dropped().getFirst().contains(why),
                topic.chat().dropped()::toString);
    }

    private String refusal(String structure, String message) {
        return String.valueOf(
                assertThrows(
                                InvalidParameterException.class,
                                () ->
                                        topic.publish(
                                                it ->
                                                        it.subject("news")
                                                                .messageStructure(structure)
                                                                .message(message)))
                        .awsErrorDetails()
                        .errorMessage());
    }
}
