package headroom.watch;

import headroom.redshift.replication.PausedTask;
import headroom.text.Listing;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The lease of one resource as it stands in the table: the lock and the write-ahead record.
/// Public, as the command that people look at it with reads it in the same way.
///
/// @param owner the ARN of the execution that holds it; null if it is free
/// @param takenAt since when
/// @param pausedSince when the owner, or one before it, began to stop tasks
/// @param logLeft how much of the source's log was left to that pause when it began; null if that
///   is not recorded
/// @param paused the recorded tasks, as the state machine wrote them
/// @param quietUntil before which nothing automatic starts
/// @param unlessCritical whether a critical disk may start a run in the quiet time as well
/// @param retryAfter before which no further recovery is started, after one that failed
/// @param reports what runs could not publish, by the attribute that holds it
/// @param warned the last warning's level, in percent of the log that was left to the pause; 0 for
///   none
/// @param observed the tasks that were resumed lately, as they stand there, by the attribute that
///   holds them
/// @param notes what stands beside it
public record Lease(
        @Nullable String owner,
        @Nullable Instant takenAt,
        @Nullable Instant pausedSince,
        @Nullable Duration logLeft,
        String paused,
        @Nullable Instant quietUntil,
        boolean unlessCritical,
        @Nullable Instant retryAfter,
        Map<String, String> reports,
        int warned,
        NavigableMap<String, String> observed,
        Notes notes) {
    private static final String NO_TASKS = "[]";

    private static final String REPORT = "report ";

    public static Lease read(DynamoDbClient dynamoDb, String table, String key) {
        Map<String, AttributeValue> item =
                dynamoDb.getItem(
                                request ->
                                        request.tableName(table)
                                                .key(Map.of("resource", AttributeValue.fromS(key)))
                                                .consistentRead(true))
                        .item();
        String warned = text(item, "warned");
        String paused = text(item, "paused");
        String logSeconds = text(item, "logSeconds");
        return new Lease(
                text(item, "owner"),
                time(item, "takenAt"),
                time(item, "pausedSince"),
                logSeconds == null ? null : Duration.ofSeconds(Long.parseLong(logSeconds)),
                paused == null ? NO_TASKS : paused,
                time(item, "quietUntil"),
                "true".equals(text(item, "unlessCritical")),
                time(item, "retryAfter"),
                texts(item, REPORT),
                warned == null ? 0 : Integer.parseInt(warned),
                texts(item, Observed.PREFIX),
                notes(item));
    }

    /// Whether tasks stand on the record and nobody holds the lease: they are owed to whoever
    /// stopped them, however that came about.
    ///
    /// @throws IllegalStateException if the record is no list of tasks
    public boolean isOwed() {
        return owner == null && !tasks().isEmpty();
    }

    /// The tasks on the record.
    ///
    /// @throws IllegalStateException if the record is no list of tasks
    public List<PausedTask> recorded() {
        return tasks().stream().map(Observed.Task::paused).toList();
    }

    /// Only a person can have written what is no list of tasks, and only a person can mend it.
    private List<Observed.Task> tasks() {
        try {
            return Observed.tasks(paused);
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalStateException(
                    "The attribute paused of the lease is %s; expected a list of tasks such as [{\"arn\":\"ARN\",\"name\":\"orders\"}]. Correct it in the DynamoDB console, or remove it once its tasks run."
                            .formatted(paused),
                    unreadable);
        }
    }

    /// The recorded tasks for people.
    String pausedNames() {
        try {
            return Listing.of(Observed.tasks(paused).stream().map(Observed.Task::name).toList());
        } catch (IllegalArgumentException unreadable) {
            return "something unreadable, to be corrected in the lease's table";
        }
    }

    /// The tasks under observation, those of the last pause first.
    public List<Observed> underObservation() {
        return observed.descendingMap().entrySet().stream()
                .flatMap(each -> Observed.of(each.getKey(), each.getValue()).stream())
                .toList();
    }

    private static Notes notes(Map<String, AttributeValue> item) {
        return new Notes(
                time(item, Notes.BLIND_SINCE),
                time(item, Notes.BLIND_TOLD_AT),
                text(item, Notes.FOREIGN),
                time(item, Notes.FOREIGN_TOLD_AT),
                text(item, Notes.ANSWER));
    }

    /// The attributes whose names begin so.
    private static NavigableMap<String, String> texts(
            Map<String, AttributeValue> item, String prefix) {
        NavigableMap<String, String> texts = new TreeMap<>();
        item.forEach(
                (name, value) -> {
                    if (name.startsWith(prefix)) {
                        texts.put(name, value.s());
                    }
                });
        return texts;
    }

    private static @Nullable Instant time(Map<String, AttributeValue> item, String name) {
        String text = text(item, name);
        return text == null ? null : Instant.parse(text);
    }

    private static @Nullable String text(Map<String, AttributeValue> item, String name) {
        AttributeValue value = item.get(name);
        return value == null ? null : value.s();
    }
}
