package headroom.rehearsal.aws;

import headroom.rehearsal.states.Call;
import headroom.simulated.aws.Refusal;
import headroom.simulated.journal.Journal;
import headroom.simulated.journal.Kind;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The lease table: UpdateItem with a condition, by the state machine's own integration and by the
/// SDK, and a consistent GetItem; on attributes that are strings.
public final class SimulatedDynamoDb implements DynamoDbClient {
    /// In bytes, of all names and values of an item; 400 KB by the developer guide.
    public static final int LARGEST_ITEM = 400 * 1024;

    private static final String CONDITION_FAILED = "The conditional request failed";
    private static final String TOO_LARGE =
            "Item size to update has exceeded the maximum allowed size";

    private final Journal journal;
    private int largest;
    private final Map<String, Map<String, String>> items = new LinkedHashMap<>();

    public SimulatedDynamoDb(Journal journal) {
        this.journal = journal;
    }

    /// The item's attributes without its key; empty if there is no such item.
    public Map<String, String> item(String key) {
        return Map.copyOf(items.getOrDefault(key, Map.of()));
    }

    /// A person changes the item by hand, in the console.
    public void edit(String key, Consumer<Map<String, String>> change) {
        Map<String, String> item = new TreeMap<>(items.getOrDefault(key, Map.of()));
        change.accept(item);
        items.put(key, item);
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
                        request.containsKey("ConditionExpression")
                                ? Arguments.string(request, "ConditionExpression")
                                : "",
                        new Expressions(names(request.get("ExpressionAttributeNames")), values));
        switch (apply(update)) {
            case DONE -> call.succeed(Map.of("Attributes", attributes(item(update.key()))));
            case CONDITION_FAILED ->
                    call.fail("DynamoDB.ConditionalCheckFailedException", CONDITION_FAILED);
            case TOO_LARGE -> call.fail("DynamoDB.DynamoDbException", TOO_LARGE);
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
                        Objects.requireNonNullElse(request.conditionExpression(), ""),
                        new Expressions(request.expressionAttributeNames(), values));
        return switch (apply(update)) {
            case DONE -> UpdateItemResponse.builder().build();
            case CONDITION_FAILED ->
                    throw Refusal.of(
                            ConditionalCheckFailedException.builder(),
                            "DynamoDb",
                            "ConditionalCheckFailedException",
                            CONDITION_FAILED);
            case TOO_LARGE ->
                    throw Refusal.of(
                            DynamoDbException.builder(),
                            "DynamoDb",
                            "ValidationException",
                            TOO_LARGE);
        };
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

    /// @param condition empty if there is none
    private record Update(String key, String update, String condition, Expressions expressions) {}

    private enum Came {
        DONE,
        CONDITION_FAILED,
        TOO_LARGE
    }

    private Came apply(Update update) {
        Map<String, String> item = new TreeMap<>(items.getOrDefault(update.key(), Map.of()));
        update.expressions().requireAllUsed(update.update() + " " + update.condition());
        if (!update.condition().isEmpty()
                && !update.expressions().holds(update.condition(), item)) {
            return Came.CONDITION_FAILED;
        }
        update.expressions().apply(update.update(), item);
        if (bytes(item) > LARGEST_ITEM) {
            return Came.TOO_LARGE;
        }
        largest = Math.max(largest, bytes(item));
        items.put(update.key(), item);
        journal.note(Kind.CALL, "UpdateItem", update.key() + ": " + update.update());
        return Came.DONE;
    }

    /// The largest item so far, in bytes without its key.
    public int largest() {
        return largest;
    }

    private static int bytes(Map<String, String> item) {
        return item.entrySet().stream()
                .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
                .mapToInt(each -> each.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Holds nothing that could be closed.
    }

    /// An update may do without them.
    private static Map<String, String> names(@Nullable Object names) {
        return names == null ? Map.of() : strings(Arguments.object(names));
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
