package headroom.rehearsal.aws;

import headroom.rehearsal.journal.Journal;
import headroom.rehearsal.journal.Kind;
import headroom.rehearsal.states.Call;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The lease table, as the state machine's own integration uses it: UpdateItem with a condition, on
/// attributes that are strings.
public final class SimulatedDynamoDb {
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
        String key =
                Arguments.string(
                        Arguments.object(Arguments.object(request.get("Key")).get("resource")),
                        "S");
        var names = strings(Arguments.object(request.get("ExpressionAttributeNames")));
        Map<String, String> values = new LinkedHashMap<>();
        Arguments.object(request.get("ExpressionAttributeValues"))
                .forEach(
                        (name, value) ->
                                values.put(
                                        (String) name,
                                        Arguments.string(Arguments.object(value), "S")));
        Expressions expressions = new Expressions(names, values);
        Map<String, String> item = items.computeIfAbsent(key, _ -> new TreeMap<>());
        String update = Arguments.string(request, "UpdateExpression");
        String condition = Arguments.string(request, "ConditionExpression");
        expressions.requireAllUsed(update + " " + condition);
        if (!expressions.holds(condition, item)) {
            call.fail("DynamoDB.ConditionalCheckFailedException", "The conditional request failed");
            return;
        }
        expressions.apply(update, item);
        journal.note(Kind.CALL, "UpdateItem", key + ": " + update);
        call.succeed(Map.of("Attributes", attributes(item)));
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
