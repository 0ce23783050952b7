package headroom.rehearsal.aws;

import headroom.rehearsal.journal.Journal;
import headroom.rehearsal.journal.Kind;
import headroom.rehearsal.states.Call;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The lease table: UpdateItem with a condition, by the state machine's own integration and by the
/// SDK, and a consistent GetItem; on attributes that are strings.
public final class SimulatedDynamoDb implements DynamoDbClient {
    private final Journal journal;
    private final Map<String, Map<String, String>> items = new LinkedHashMap<>();

    public SimulatedDynamoDb(Journal journal) {
        this.journal = journal;
    }

    /// The item's attributes without its key; empty if there is no such item.
    public Map<String, String> item(String key) {
        return Map.copyOf(items.getOrDefault(key, Map.of()));
    }

    /// Answers a state's call.
    public void updateItem(@Nullable Object arguments, Call call) {
        Map<?, ?> request = Arguments.object(arguments);
        Map<String, String> values = new LinkedHashMap<>();
        Arguments.object(request.get("ExpressionAttributeValues"))
                .forEach(
                        (name, value) ->
                                values.put(
                                        (String) name,
                                        Arguments.string(Arguments.object(value), "S")));
        Map<?, ?> key = Arguments.object(Arguments.object(request.get("Key")).get("resource"));
        Update update =
                new Update(
                        Arguments.string(key, "S"),
                        Arguments.string(request, "UpdateExpression"),
                        Arguments.string(request, "ConditionExpression"),
                        new Expressions(
                                strings(Arguments.object(request.get("ExpressionAttributeNames"))),
                                values));
        if (apply(update)) {
            call.succeed(Map.of("Attributes", attributes(item(update.key()))));
        } else {
            call.fail("DynamoDB.ConditionalCheckFailedException", "The conditional request failed");
        }
    }

    @Override
    public UpdateItemResponse updateItem(UpdateItemRequest request) {
        Map<String, String> values = new LinkedHashMap<>();
        request.expressionAttributeValues().forEach((name, value) -> values.put(name, value.s()));
        Update update =
                new Update(
                        key(request.key()),
                        request.updateExpression(),
                        request.conditionExpression(),
                        new Expressions(request.expressionAttributeNames(), values));
        if (!apply(update)) {
            throw Refusal.of(
                    ConditionalCheckFailedException.builder(),
                    "DynamoDb",
                    "ConditionalCheckFailedException",
                    "The conditional request failed");
        }
        return UpdateItemResponse.builder().build();
    }

    @Override
    public GetItemResponse getItem(GetItemRequest request) {
        if (!Boolean.TRUE.equals(request.consistentRead())) {
            throw new UnsupportedOperationException("GetItem without ConsistentRead");
        }
        Map<String, AttributeValue> item = new TreeMap<>();
        item(key(request.key()))
                .forEach((name, value) -> item.put(name, AttributeValue.fromS(value)));
        return GetItemResponse.builder().item(item).build();
    }

    private static String key(Map<String, AttributeValue> key) {
        return Objects.requireNonNull(key.get("resource"), "the key has no resource").s();
    }

    private record Update(String key, String update, String condition, Expressions expressions) {}

    private boolean apply(Update update) {
        Map<String, String> item = items.computeIfAbsent(update.key(), _ -> new TreeMap<>());
        update.expressions().requireAllUsed(update.update() + " " + update.condition());
        if (!update.expressions().holds(update.condition(), item)) {
            return false;
        }
        update.expressions().apply(update.update(), item);
        journal.note(Kind.CALL, "UpdateItem", update.key() + ": " + update.update());
        return true;
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Holds nothing that could be closed.
    }

    private static Map<String, String> strings(Map<?, ?> object) {
        return object.entrySet().stream()
                .collect(Collectors.toMap(e -> (String) e.getKey(), e -> (String) e.getValue()));
    }

    private static Map<String, Object> attributes(Map<String, String> item) {
        return item.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> Map.of("S", e.getValue())));
    }
}
