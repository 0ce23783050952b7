package headroom.redshift.watch;

import static headroom.text.Wording.assertContains;
import static headroom.text.Wording.assertFails;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import software.amazon.awssdk.services.sns.model.PublishResponse;

import java.util.Map;

/// What others leave on the lease for the watch to tell. It is 04:30 on the 22nd.
final class WatchPassesOnTest extends Watching {
    private static final String FOUND = "An event of aws.rds came at 04:12.";

    @Test
    void anAnswerIsPublishedAtOnceAndTakenAway() {
        lease(Map.of("answer", "Nothing was stopped."));
        alarm("OK");

        watch();

        PublishRequest told = published();
        assertEquals("Headroom: the answer to a message, sales", told.subject());
        assertTrue(
                told.message().startsWith("WHAT HAPPENED\nNothing was stopped.\n\n"),
                told.message());
        UpdateItemRequest update = update();
        assertEquals("REMOVE #answer", update.updateExpression());
        assertEquals("#answer = :answer", update.conditionExpression());
        assertEquals(Map.of("#answer", "answer"), update.expressionAttributeNames());
        assertEquals(
                Map.of(":answer", AttributeValue.fromS("Nothing was stopped.")),
                update.expressionAttributeValues());
    }

    @Test
    void anAnswerThatWasFollowedByAnotherIsLeftToTheNextRound() {
        lease(Map.of("answer", "Nothing was stopped."));
        alarm("OK");
        doThrow(ConditionalCheckFailedException.builder().build())
                .when(dynamoDb)
                .updateItem(any(UpdateItemRequest.class));

        assertEquals("The alarm is OK.", watch());
    }

    @ParameterizedTest
    @CsvSource({", true", "2026-11-21T04:30:00Z, true", "2026-11-21T04:30:01Z, false"})
    void aForeignPublisherIsToldOfOnceADay(String toldAt, boolean told) {
        lease(
                toldAt == null
                        ? Map.of("foreign", FOUND)
                        : Map.of("foreign", FOUND, "foreignToldAt", toldAt));
        alarm("OK");

        watch();

        verify(sns, times(told ? 1 : 0)).publish(any(PublishRequest.class));
        assertEquals(
                told ? "SET #foreignToldAt = :now REMOVE #foreign" : "REMOVE #foreign",
                update().updateExpression());
    }

    @Test
    void aForeignPublisherIsNamedWithWhatToDo() {
        lease(Map.of("foreign", FOUND));
        alarm("OK");

        watch();

        PublishRequest told = published();
        assertEquals(
                "Headroom WARNING: something else publishes on the requests' topic, sales",
                told.subject());
        assertTrue(told.message().startsWith("WHAT HAPPENED\n" + FOUND), told.message());
        assertContains("a topic of its own", told.message());
        UpdateItemRequest update = update();
        assertEquals(
                Map.of("#foreignToldAt", "foreignToldAt", "#foreign", "foreign"),
                update.expressionAttributeNames());
        assertEquals(
                Map.of(":now", AttributeValue.fromS("2026-11-22T04:30:00Z")),
                update.expressionAttributeValues());
    }

    @Test
    void oneThatCannotBePublishedKeepsNoOtherBack() {
        lease(Map.of("answer", "An answer.", "foreign", FOUND, "report run-1", "A report."));
        alarm("OK");
        doReturn(PublishResponse.builder().build()).when(sns).publish(any(PublishRequest.class));
        doThrow(new IllegalStateException("refused"))
                .when(sns)
                .publish(argThat((PublishRequest it) -> it.message().contains("An answer.")));

        assertFails(IllegalStateException.class, "refused", this::watch);

        verify(sns, times(3)).publish(any(PublishRequest.class));
        verify(dynamoDb, never())
                .updateItem(
                        argThat(
                                (UpdateItemRequest it) ->
                                        it.expressionAttributeNames().containsValue("answer")));
    }
}
