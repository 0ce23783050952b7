package headroom.rehearsal.scenario;

import headroom.rehearsal.aws.EventBus.Sent;
import headroom.rehearsal.invariants.Violation;
import headroom.rehearsal.simulation.Simulation;
import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.FutureTask;

/// What came of a scenario, for the tests that look at all of them.
///
/// @param droppedCards what a chat would not have shown
/// @param callers as `Faults` has them
public record Played(
        List<String> transcript,
        List<String> differences,
        List<Violation> violations,
        List<String> droppedCards,
        Set<String> callers,
        List<Sent> events,
        List<Entry> reports) {
    private static final Map<Key, FutureTask<Played>> ALL = new ConcurrentHashMap<>();

    private record Key(String name, String told) {}

    /// Of a scenario with a transcript, which no other is told as. The first who asks plays it, for
    /// all.
    public static Played of(Scenario<?> scenario) {
        FutureTask<Played> played =
                ALL.computeIfAbsent(
                        new Key(scenario.name(), scenario.told()),
                        _ -> new FutureTask<>(() -> anew(scenario)));
        played.run();
        try {
            return played.get();
        } catch (Exception failed) {
            throw new AssertionError(scenario.name() + " cannot be played", failed);
        }
    }

    /// Played for the caller alone.
    public static <S extends Simulation> Played anew(Scenario<S> scenario) {
        List<String> transcript = new ArrayList<>();
        ScenarioRun<S> run = ScenarioRun.tell(scenario, transcript::add);
        S simulation = run.simulation();
        return new Played(
                transcript,
                run.differences(),
                run.violations(),
                simulation.operators().chat().dropped(),
                Set.copyOf(simulation.faults().callers()),
                simulation.events().sent(),
                simulation.journal().entries(Kind.REPORT).toList());
    }
}
