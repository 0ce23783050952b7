package headroom.benchmarks.scale;

import headroom.redshift.watch.Watch;
import headroom.rehearsal.redshift.scenarios.RedshiftScenario;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.rehearsal.scenario.ScenarioRun;
import headroom.rehearsal.states.Execution;
import headroom.simulated.journal.Kind;

import java.time.Duration;

/// A month in which nothing needs to be done.
///
/// @param rounds of the watch
/// @param executions that were started
/// @param transitions that Step Functions bills for them
record IdleMonth(long rounds, int executions, int transitions) {
    private static final int DAYS = 31;
    private static final String WATCH = Watch.class.getSimpleName();

    /// @param setup whose tasks keep running
    /// @param times so many times as much as usual is written; nothing at zero
    static IdleMonth play(Setup setup, double times) {
        RedshiftSimulation simulation =
                new ScenarioRun<>(
                                RedshiftScenario.open(
                                                "benchmark",
                                                "A month of 31 days.",
                                                setup,
                                                each -> each.flood(times),
                                                Duration.ofDays(DAYS))
                                        .lasting(Duration.ofDays(DAYS)))
                        .play(_ -> {})
                        .simulation();
        return new IdleMonth(
                simulation
                        .journal()
                        .entries(Kind.STEP)
                        .filter(each -> each.name().equals(WATCH))
                        .count(),
                simulation.executions().size(),
                simulation.executions().stream().mapToInt(Execution::transitions).sum());
    }

    String sentence() {
        return "In %d days with a calm disk the watch came %,d times, %d executions were started, and they had %d state transitions."
                .formatted(DAYS, rounds, executions, transitions);
    }
}
