package headroom.rehearsal.states;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import headroom.simulated.time.Scheduler;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Plays small machines and remembers what happened.
final class Bench {
    static final Instant START = Instant.parse("2026-11-22T04:00:00Z");
    static final String ARN = "arn:aws:states:eu-west-1:111122223333:stateMachine:small";

    final Scheduler scheduler = new Scheduler(START);
    final List<Event> events = new ArrayList<>();
    final List<@Nullable Object> asked = new ArrayList<>();
    private final Map<String, Resource> resources = new LinkedHashMap<>();
    private Consumer<Event> alsoTell = event -> {};
    private BranchError branchError = BranchError.INNER;

    /// A machine of these states, the first of which is where it starts.
    static String machine(String states) {
        String first = states.substring(states.indexOf('"') + 1);
        return """
        {"QueryLanguage": "JSONata", "StartAt": "%s", "States": {%s}}\
        """
                .formatted(first.substring(0, first.indexOf('"')), states);
    }

    Bench with(String resource, Resource answer) {
        resources.put(
                resource,
                (arguments, call) -> {
                    asked.add(arguments);
                    answer.call(arguments, call);
                });
        return this;
    }

    /// Answers each call with the next of these: a [Failure], or else a result.
    Bench answering(String resource, @Nullable Object... answers) {
        List<@Nullable Object> left = new ArrayList<>();
        for (Object each : answers) {
            left.add(each);
        }
        return with(
                resource,
                (arguments, call) -> {
                    Object next = left.size() > 1 ? left.removeFirst() : left.getFirst();
                    if (next instanceof Failure failure) {
                        call.fail(failure.error(), failure.cause());
                    } else {
                        call.succeed(next);
                    }
                });
    }

    /// Answers each call late.
    Bench answeringLate(String resource, Duration after, @Nullable Object answer) {
        return with(resource, (_, call) -> scheduler.after(after, () -> call.succeed(answer)));
    }

    Bench with(BranchError other) {
        branchError = other;
        return this;
    }

    Bench telling(Consumer<Event> listener) {
        alsoTell = listener;
        return this;
    }

    Machine load(String definition) {
        return new Machine(
                        ARN,
                        Definition.parse(definition, resources.keySet()),
                        resources,
                        scheduler,
                        event -> {
                            events.add(event);
                            alsoTell.accept(event);
                        })
                .with(branchError);
    }

    Execution play(String states, @Nullable Object input) {
        Execution execution = load(machine(states)).start("run", input);
        runAll();
        return execution;
    }

    /// What is wrong with a definition whose tasks may ask `ask`.
    static DefinitionRefused refusal(String definition) {
        return assertThrows(
                DefinitionRefused.class, () -> Definition.parse(definition, Set.of("ask")));
    }

    static @Nullable String error(Execution execution) {
        Failure failure = execution.failure();
        return failure == null ? null : failure.error();
    }

    static String theOnly(DefinitionRefused refusal) {
        assertEquals(1, refusal.complaints().size(), refusal.getMessage());
        return refusal.complaints().getFirst().toString();
    }

    void runAll() {
        while (scheduler.runNext()) {
            // What happens is told to the listener.
        }
    }

    /// The states entered, with the seconds since the start where there are any.
    List<String> path() {
        return events.stream()
                .filter(Event.StateEntered.class::isInstance)
                .map(each -> ((Event.StateEntered) each).state())
                .toList();
    }

    Duration elapsed() {
        return Duration.between(START, scheduler.now());
    }
}
