package headroom.rehearsal.scenario;

import headroom.rehearsal.invariants.Invariants;
import headroom.rehearsal.invariants.Violation;
import headroom.rehearsal.journal.Entry;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/// One run of a scenario, from the first event until everything has come to rest.
public final class ScenarioRun {
    private final Scenario scenario;
    private final RedshiftSimulation simulation;
    private final Invariants invariants;
    private final Ending before;
    private final double diskBefore;

    public ScenarioRun(Scenario scenario) {
        this.scenario = scenario;
        simulation = new RedshiftSimulation(scenario.setup());
        invariants = new Invariants(simulation);
        before = Ending.of(simulation);
        diskBefore = simulation.redshift().diskPercent();
    }

    /// Plays a scenario and writes it down for people: what is told of it, what happens, what came
    /// of it.
    public static ScenarioRun tell(Scenario scenario, Consumer<String> line) {
        line.accept(scenario.name());
        Columns.lines("", 0, scenario.told()).forEach(line);
        line.accept("");
        Transcript transcript = new Transcript(line);
        ScenarioRun run = new ScenarioRun(scenario).play(transcript);
        transcript.end();
        line.accept("");
        run.summary().lines().forEach(line);
        return run;
    }

    /// Plays the scenario and tells the listener of each entry as it is written.
    public ScenarioRun play(Consumer<? super Entry> listener) {
        simulation.journal().tell(listener);
        scenario.plot().accept(simulation);
        Instant begin = simulation.scheduler().now();
        Instant least = begin.plus(scenario.least());
        Instant timeout = begin.plus(scenario.timeout());
        Quiescence rest = new Quiescence(simulation);
        while (simulation.scheduler().now().isBefore(timeout)
                && (simulation.scheduler().now().isBefore(least) || !rest.isReached())) {
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

    private Summary summary() {
        return new Summary(scenario, simulation, before, diskBefore, invariants, differences());
    }

    public RedshiftSimulation simulation() {
        return simulation;
    }
}
