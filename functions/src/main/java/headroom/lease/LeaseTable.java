package headroom.lease;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

import java.util.Map;
import java.util.stream.Collectors;

/// The table with the lease of one resource.
///
/// @param table its name
/// @param key the lease's key in it
public record LeaseTable(DynamoDbClient dynamoDb, String table, String key) {

    public Lease read() {
        Map<String, AttributeValue> item =
                dynamoDb.getItem(
                                request ->
                                        request.tableName(table)
                                                .key(itemKey())
                                                .consistentRead(true))
                        .item();
        return Lease.of(
                item.entrySet().stream()
                        .filter(each -> each.getValue().s() != null)
                        .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().s())));
    }

    /// Writes an attribute, whoever holds the lease.
    public void set(String attribute, String text) {
        String word = word(attribute);
        update(
                "SET #%s = :%s".formatted(word, word),
                null,
                Map.of("#" + word, attribute),
                Map.of(":" + word, text));
    }

    /// Takes an attribute away if it is still the same.
    public void remove(String attribute, String text) {
        String word = word(attribute);
        update(
                "REMOVE #" + word,
                "#%s = :%s".formatted(word, word),
                Map.of("#" + word, attribute),
                Map.of(":" + word, text));
    }

    /// What has changed meanwhile is for the next round.
    public void update(
            String expression,
            @Nullable String condition,
            Map<String, String> names,
            Map<String, String> values) {
        try {
            dynamoDb.updateItem(request -> write(request, expression, condition, names, values));
        } catch (ConditionalCheckFailedException changedMeanwhile) {
            // Nothing of ours is lost by it.
        }
    }

    private void write(
            UpdateItemRequest.Builder request,
            String expression,
            @Nullable String condition,
            Map<String, String> names,
            Map<String, String> values) {
        request.tableName(table)
                .key(itemKey())
                .updateExpression(expression)
                .conditionExpression(condition)
                .expressionAttributeNames(names)
                .expressionAttributeValues(
                        values.entrySet().stream()
                                .collect(
                                        Collectors.toMap(
                                                Map.Entry::getKey,
                                                each -> AttributeValue.fromS(each.getValue()))));
    }

    private Map<String, AttributeValue> itemKey() {
        return Map.of("resource", AttributeValue.fromS(key));
    }

    /// What stands for an attribute, whose own name may have a space in it or be reserved.
    private static String word(String attribute) {
        return attribute.split(" ", 2)[0];
    }
}
