package headroom.rehearsal.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.simulated.journal.Journal;
import headroom.simulated.time.Scheduler;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.sns.model.InvalidParameterException;

import java.time.Instant;
import java.util.Map;

/// What the services refuse because of its size alone.
final class SizesTest {
    private final Journal journal =
            new Journal(new Scheduler(Instant.parse("2026-11-22T04:00:00Z")));

    @Test
    void anItemHas400KilobytesWithItsNames() {
        SimulatedDynamoDb table = new SimulatedDynamoDb(journal);
        int room = SimulatedDynamoDb.LARGEST_ITEM - "ownertext".length() - 2;
        put(table, "x".repeat(room));

        var refusal = assertThrows(DynamoDbException.class, () -> put(table, "x".repeat(room + 1)));

        assertEquals("ValidationException", refusal.awsErrorDetails().errorCode());
        assertEquals(room, String.valueOf(table.item("lease").get("text")).length());
        assertEquals(SimulatedDynamoDb.LARGEST_ITEM, table.largest());
    }

    @Test
    void aMessageHas256KibibytesOfUtf8() {
        OperatorsTopic topic = new OperatorsTopic(journal);
        topic.publish(it -> it.subject("news").message("é".repeat(131_072)));

        assertThrows(
                InvalidParameterException.class,
                () -> topic.publish(it -> it.subject("more").message("é".repeat(131_072) + ".")));
        assertEquals(1, topic.subjects().size());
        assertEquals(OperatorsTopic.LONGEST_MESSAGE, topic.longest());
    }

    private static void put(SimulatedDynamoDb table, String text) {
        table.updateItem(
                it ->
                        it.key(Map.of("resource", AttributeValue.fromS("lease")))
                                .updateExpression("SET #owner = :me, text = :text")
                                .conditionExpression("attribute_not_exists(#owner) OR #owner = :me")
                                .expressionAttributeNames(Map.of("#owner", "owner"))
                                .expressionAttributeValues(
                                        Map.of(
                                                ":me", AttributeValue.fromS("me"),
                                                ":text", AttributeValue.fromS(text))));
    }
}
