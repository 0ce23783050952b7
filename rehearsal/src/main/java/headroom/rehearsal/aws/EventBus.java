package headroom.rehearsal.aws;

import headroom.rehearsal.states.Call;
import headroom.rehearsal.states.Execution;
import headroom.rehearsal.states.Json;
import headroom.simulated.journal.Journal;
import headroom.simulated.journal.Kind;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// EventBridge's default bus, as the state machine's own integration sends to it. The service
/// answers a call well and refuses an entry of it; the integration fails the task then. No entry is
/// too large for the service, as Step Functions hands no more than 256 KiB to a task.
public final class EventBus {
    private final Journal journal;
    private final List<Sent> sent = new ArrayList<>();

    /// @param execution that has sent it
    public record Sent(Execution execution, Map<?, ?> detail) {
        /// A text of the detail; empty if it has none of the name.
        public String text(String field) {
            return detail.get(field) instanceof String text ? text : "";
        }

        /// The detail as it is sent.
        public String json() {
            return Json.write(detail);
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
        if (!(Arguments.object(arguments).get("Entries") instanceof List<?> entries)) {
            call.fail("EventBridge.ValidationException", "Expected entries");
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

    /// @return why the entry is refused
    private Stream<String> take(Map<?, ?> entry, Call call) {
        String source = Arguments.string(entry, "Source");
        String type = Arguments.string(entry, "DetailType");
        if (source.isEmpty() || type.isEmpty()) {
            return Stream.of("InvalidArgument: Parameter DetailType or Source is not valid");
        }
        if (source.startsWith("aws.")) {
            return Stream.of("NotAuthorizedForSourceException: not authorized for " + source);
        }
        if (!(entry.get("Detail") instanceof Map<?, ?> said)) {
            return Stream.of("MalformedDetail: Detail is malformed.");
        }
        Sent event = new Sent(call.execution(), said);
        sent.add(event);
        // With spaces, so that a transcript can break it.
        String detail = event.json().replace(",\"", ", \"");
        journal.note(Kind.CALL, "PutEvents", source + ", " + type + ": " + detail);
        return Stream.empty();
    }
}
