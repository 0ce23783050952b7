package headroom.rehearsal.invariants;

import headroom.rehearsal.aws.EventBus.Sent;
import headroom.rehearsal.simulation.Simulation;
import headroom.rehearsal.states.Execution;
import headroom.rehearsal.states.Execution.Status;
import headroom.rehearsal.states.Failure;
import headroom.simulated.faults.Fault;
import headroom.simulated.faults.FaultKinds;
import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// S21: a run that ends by itself and has composed a report sends one event, and no more; what it
/// says is what the report said, and how the execution ended.
///
/// - One that was struck on its way may be missing: an event keeps nothing waiting.
/// - One that a service delivered twice is there twice, and the same.
/// - A run that lost its lease in the end, or could not report, ends as that: its event says what
///   it had come to before.
public final class EventsTellWhatWas<S extends Simulation> implements Invariant<S> {
    private static final Set<String> COMPOSES =
            Set.of("Compose report", "Compose drill report", "Tell");

    /// What an execution fails with that its report could not say.
    private static final Set<String> OF_ITS_END =
            Set.of(
                    "unkept",
                    "unreleased",
                    "unreported",
                    "replicationStopped",
                    "changeUnconfirmed",
                    "copyLeft");

    private final Set<String> composed = new HashSet<>();
    private final Map<String, String> subjects = new HashMap<>();

    @Override
    public Optional<String> after(Entry entry, S simulation) {
        if (entry.kind() == Kind.STATE && COMPOSES.contains(entry.name())) {
            composed.add(entry.by());
            subjects.remove(entry.by());
        }
        // What a run says on its way, as that a classic resize begins, is not its report.
        if (entry.kind() == Kind.REPORT && composed.contains(entry.by())) {
            subjects.put(entry.by(), entry.name());
        }
        if (entry.kind() != Kind.CALL || !entry.name().equals("PutEvents")) {
            return Optional.empty();
        }
        Sent event = simulation.events().sent().getLast();
        return wrong(event, sentBy(event.execution(), simulation));
    }

    private Optional<String> wrong(Sent event, List<Sent> all) {
        Execution run = event.execution();
        if (all.stream().anyMatch(each -> !each.detail().equals(event.detail()))) {
            return Optional.of(run.name() + " sent two events that differ");
        }
        if (!event.text("execution").equals(run.arn())) {
            return Optional.of(run.name() + " sent the event of " + event.text("execution"));
        }
        String told = subjects.get(run.name());
        return told == null || told.equals(event.text("summary"))
                ? Optional.empty()
                : Optional.of(run.name() + " reported another thing than its event says");
    }

    @Override
    public Optional<String> atRest(S simulation) {
        List<Fault> struck = simulation.faults().planned(FaultKinds.PUT_EVENTS);
        return simulation.executions().stream()
                .flatMap(each -> atEnd(each, sentBy(each, simulation), struck).stream())
                .findFirst();
    }

    private Optional<String> atEnd(Execution run, List<Sent> events, List<Fault> struck) {
        boolean endedByItself = run.status() == Status.SUCCEEDED || isOwnFailure(run);
        if (events.isEmpty()) {
            return endedByItself && composed.contains(run.name()) && struck.isEmpty()
                    ? Optional.of(run.name() + " ended without an event")
                    : Optional.empty();
        }
        boolean isDoubled = struck.stream().anyMatch(each -> each.what().equals(FaultKinds.TWICE));
        if (events.size() > (isDoubled ? 2 : 1)) {
            return Optional.of(run.name() + " sent " + events.size() + " events");
        }
        String said = events.getFirst().text("outcome");
        String was = outcome(run);
        return was.isEmpty() || was.equals(said) || OF_ITS_END.contains(was)
                ? Optional.empty()
                : Optional.of("%s ended as %s and said %s".formatted(run.name(), was, said));
    }

    private static boolean isOwnFailure(Execution run) {
        Failure failure = run.failure();
        return run.status() == Status.FAILED
                && failure != null
                && !failure.error().startsWith("States.");
    }

    /// Empty of one that does not say.
    private static String outcome(Execution run) {
        Failure failure = run.failure();
        if (failure != null) {
            return isOwnFailure(run) ? failure.error() : "";
        }
        return run.output() instanceof Map<?, ?> output
                        && output.get("outcome") instanceof String it
                ? it
                : "";
    }

    private List<Sent> sentBy(Execution run, S simulation) {
        return simulation.events().sent().stream()
                .filter(each -> each.execution().arn().equals(run.arn()))
                .toList();
    }
}
