package headroom.rehearsal.aws;

import headroom.rehearsal.states.Call;
import headroom.rehearsal.states.Execution;
import headroom.rehearsal.states.Json;
import headroom.simulated.journal.Journal;
import headroom.simulated.journal.Kind;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// EventBridge's default bus, as the state machine's own integration sends to it. The service
/// answers a call well and refuses an entry of it; the integration fails the task then.
public final class EventBus {
    /// In bytes, of what the entry itself holds: 256 KB, as the
    /// [guide](https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-putevents.html) had it
    /// for years. Since January 2026 it may be a megabyte, though not everywhere.
    static final int LARGEST_ENTRY = 256 * 1024;

    private static final int MOST_ENTRIES = 10;

    private final Journal journal;
    private final List<Sent> sent = new ArrayList<>();

    /// @param execution that has sent it
    public record Sent(Execution execution, Map<?, ?> detail) {
        /// A text of the detail; empty if it has none of the name.
        public String text(String field) {
            return detail.get(field) instanceof String text ? text : "";
        }
    }

    public EventBus(Journal journal) {
        this.journal = journal;
    }

    /// In the order in which they came.
    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    /// Answers a state's call.
    public void putEvents(@Nullable Object arguments, Call call) {
        if (!(Arguments.object(arguments).get("Entries") instanceof List<?> entries)
                || entries.isEmpty()
                || entries.size() > MOST_ENTRIES) {
            call.fail("EventBridge.ValidationException", "Expected 1 to 10 entries");
            return;
        }
        if (entries.stream().mapToInt(EventBus::bytes).sum() > LARGEST_ENTRY) {
            call.fail(
                    "EventBridge.ValidationException",
                    "Total size of the entries in the request is over the limit.");
            return;
        }
        List<String> refused =
                entries.stream().flatMap(each -> take(Arguments.object(each), call)).toList();
        if (refused.isEmpty()) {
            call.succeed(Map.of("FailedEntryCount", 0));
        } else {
            call.fail("EventBridge.FailedEntry", String.join(", ", refused));
        }
    }

    /// What the service counts: the source, the type and the detail.
    private static int bytes(@Nullable Object entry) {
        Map<?, ?> fields = Arguments.object(entry);
        return Stream.of("Source", "DetailType", "Detail")
                .flatMap(each -> Optional.<Object>ofNullable(fields.get(each)).stream())
                .map(each -> each instanceof String text ? text : Json.write(each))
                .mapToInt(each -> each.getBytes(StandardCharsets.UTF_8).length)
                .sum();
    }

    /// @return why the entry is refused
    private Stream<String> take(Map<?, ?> entry, Call call) {
        String source = Arguments.string(entry, "Source");
        String type = Arguments.string(entry, "DetailType");
        if (!"default".equals(entry.get("EventBusName"))) {
            return Stream.of("InternalFailure: there is no such bus");
        }
        if (source.isEmpty() || type.isEmpty() || type.length() > 128) {
            return Stream.of("InvalidArgument: Parameter DetailType or Source is not valid");
        }
        if (source.startsWith("aws.")) {
            return Stream.of("NotAuthorizedForSourceException: not authorized for " + source);
        }
        if (!(entry.get("Detail") instanceof Map<?, ?> detail)) {
            return Stream.of("MalformedDetail: Detail is malformed.");
        }
        sent.add(new Sent(call.execution(), detail));
        journal.note(Kind.CALL, "PutEvents", source + ", " + type + ": " + Json.write(detail));
        return Stream.empty();
    }
}
