package headroom.redshift.trigger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;

import headroom.trigger.Publication;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

import java.util.List;
import java.util.Map;

/// What the trigger leaves for the watch where it starts nothing.
final class StartResizeNotesTest extends Delivering {
    @Test
    void leavesANoteOfWhatAServiceWrote() {
        deliver("{\"Records\": []}");

        assertEquals(
                List.of(
                        UpdateItemRequest.builder()
                                .tableName("table")
                                .key(Map.of("resource", AttributeValue.fromS("redshift/sales")))
                                .updateExpression("SET #foreign = :foreign")
                                .expressionAttributeNames(Map.of("#foreign", "foreign"))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":foreign",
                                                AttributeValue.fromS(
                                                        "records of events: {\"Records\": []}")))
                                .build()),
                notes);
        assertEquals(
                List.of(
                        "Nothing is started. What services of AWS write asks for nothing here. This"
                                + " was records of events: {\"Records\": []}\n"),
                log);
        assertEquals(List.of(), started);
    }

    @Test
    void leavesAnAnswerToWhoSaysNo() {
        deliver("stop");

        assertEquals(List.of(), started);
        assertEquals(Map.of("#answer", "answer"), notes.getFirst().expressionAttributeNames());
        assertEquals(List.of("Nothing is started. A message says no: \"stop\".\n"), log);
    }

    @Test
    void goesOnWhereANoteCannotBeWritten() {
        doThrow(DynamoDbException.builder().message("no such table").build())
                .when(dynamoDb)
                .updateItem(any(UpdateItemRequest.class));

        deliver(new Publication("stop", "id-1"), new Publication("now", "id-2"));

        assertEquals(1, started.size());
        assertEquals(
                "Operators will not hear of it, as it could not be noted: no such table\n",
                log.get(1));
    }
}
