package headroom.rehearsal.scenario;

import headroom.rehearsal.invariants.Invariants;
import headroom.rehearsal.invariants.Violation;
import headroom.rehearsal.simulation.Simulation;
import headroom.simulated.journal.Entry;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// One run of a scenario, from the first event until nothing more happens.
public final class ScenarioRun<S extends Simulation> {
    private final Scenario<S> scenario;
    private final S simulation;
    private final Invariants<S> invariants;

    public ScenarioRun(Scenario<S> scenario) {
        this.scenario = scenario;
        simulation = scenario.given().simulation();
        invariants = new Invariants<>(simulation, scenario.given().invariants().get());
    }

    /// Runs a scenario and writes it down for people: what is told of it, what happens, what came
    /// of it.
    public static <S extends Simulation> ScenarioRun<S> tell(
            Scenario<S> scenario, Consumer<String> line) {
        return new ScenarioRun<>(scenario).tell(Telling.text(line));
    }

    /// The same, of this run.
    public ScenarioRun<S> tell(Telling telling) {
        telling.words(scenario.name());
        Columns.lines("", 0, scenario.told()).forEach(telling::words);
        telling.words("");
        Transcript transcript = new Transcript(simulation.taskCalls(), telling::line);
        play(transcript);
        transcript.end();
        telling.words("");
        new Summary(scenario, simulation, invariants, differences())
                .rows()
                .forEach(telling::summary);
        return this;
    }

    /// Runs the scenario and tells the listener of each entry as it is written.
    public ScenarioRun<S> play(Consumer<? super Entry> listener) {
        simulation.journal().tell(listener);
        scenario.course().accept(simulation);
        Instant begin = simulation.scheduler().now();
        Instant least = begin.plus(scenario.least());
        Instant timeout = begin.plus(scenario.timeout());
        Quiescence quiescence = new Quiescence(simulation);
        while (simulation.scheduler().now().isBefore(timeout)
                && (simulation.scheduler().now().isBefore(least) || !quiescence.isReached())) {
            simulation.scheduler().runNext();
        }
        invariants.atRest();
        return this;
    }

    /// In how far it did not end as told; empty if it did.
    public List<String> differences() {
        return scenario.ending()
                .map(told -> told.differencesTo(Ending.of(simulation)))
                .orElse(List.of());
    }

    public List<Violation> violations() {
        return invariants.violations();
    }

    public boolean wentWell() {
        return differences().isEmpty() && invariants.violations().isEmpty();
    }

    public S simulation() {
        return simulation;
    }
}
