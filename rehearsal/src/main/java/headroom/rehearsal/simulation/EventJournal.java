package headroom.rehearsal.simulation;

import static java.nio.charset.StandardCharsets.UTF_8;

import headroom.rehearsal.states.Event;
import headroom.rehearsal.states.Execution;
import headroom.rehearsal.states.Json;
import headroom.simulated.journal.Journal;
import headroom.simulated.journal.Kind;
import headroom.simulated.journal.Peaks;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Writes down what happens in executions, each event as its execution's.
final class EventJournal implements Consumer<Event> {
    private final Journal journal;
    private final List<Consumer<String>> readers = new ArrayList<>();
    private final Peaks<Integer> asked = new Peaks<>();
    private final Map<Object, Object> given = new HashMap<>();

    EventJournal(Journal journal) {
        this.journal = journal;
    }

    /// The reader is told of each state that an execution enters.
    void tell(Consumer<String> reader) {
        readers.add(reader);
    }

    /// How large what the states asked of their tasks was, in bytes.
    Peaks<Integer> asked() {
        return asked;
    }

    @Override
    public void accept(Event event) {
        journal.as(event.execution().name(), () -> note(event));
    }

    private void note(Event event) {
        switch (event) {
            case Event.ExecutionStarted started ->
                    journal.note(Kind.EXECUTION, started.execution().name(), "started");
            case Event.ExecutionEnded ended ->
                    journal.note(
                            Kind.EXECUTION, ended.execution().name(), ending(ended.execution()));
            case Event.StateEntered state -> {
                journal.note(Kind.STATE, state.state(), state.execution().name());
                readers.forEach(each -> each.accept(state.state()));
            }
            case Event.StateRetried retried ->
                    journal.note(
                            Kind.EXECUTION,
                            retried.execution().name(),
                            "%s again in %d s after %s"
                                    .formatted(
                                            retried.state(),
                                            retried.delay().toSeconds(),
                                            retried.failure().error()));
            case Event.FailureCaught caught ->
                    journal.note(
                            Kind.EXECUTION,
                            caught.execution().name(),
                            "%s failed with %s; goes on with %s"
                                    .formatted(
                                            caught.state(),
                                            caught.failure().error(),
                                            caught.next()));
            case Event.TaskCalled called -> {
                asked.note(called.state(), Json.write(called.arguments()).getBytes(UTF_8).length);
                keep(called.arguments());
            }
            case Event.StateFailed _, Event.StateExited _ -> {}
        }
    }

    private void keep(@Nullable Object arguments) {
        if (arguments instanceof Map<?, ?> fields
                && fields.get("Payload") instanceof Map<?, ?> payload) {
            payload.forEach(
                    (field, value) -> {
                        if (value != null) {
                            given.put(field, value);
                        }
                    });
        }
    }

    /// What a function was given last as this field of its input; empty if none was.
    Optional<Object> given(String field) {
        return Optional.ofNullable(given.get(field));
    }

    private static String ending(Execution execution) {
        var failure = execution.failure();
        return failure == null
                ? execution.status().name()
                : execution.status() + ": " + failure.error() + ", " + failure.cause();
    }
}
