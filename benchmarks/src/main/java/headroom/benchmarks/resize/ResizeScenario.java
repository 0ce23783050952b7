package headroom.benchmarks.resize;

import headroom.redshift.Policy;
import headroom.redshift.RedshiftSettings;
import headroom.rehearsal.redshift.scenarios.RedshiftScenario;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.rehearsal.scenario.Scenario;
import headroom.simulated.redshift.Estimates;
import headroom.simulated.redshift.ProvisionedTask;
import headroom.simulated.redshift.RedshiftBehaviour;
import headroom.simulated.redshift.RedshiftBehaviour.Times;
import headroom.simulated.redshift.SimulatedEndpoint;
import headroom.simulated.redshift.SimulatedTask;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/// Makes a scenario of a trace: a disk that is over its alarm and stays there, so that the one
/// resize is enough, and nothing that goes wrong.
final class ResizeScenario {
    private static final Duration LONGEST = Duration.ofDays(30);
    private static final double OVER_THE_ALARM = 81;

    /// What the settings allow a classic resize beyond what it takes.
    private static final int SPARE_HOURS = 12;

    private ResizeScenario() {}

    static Scenario<RedshiftSimulation> of(Trace trace, Estimates estimates) {
        Setup setup =
                Setup.ORDINARY
                        .withDisk(OVER_THE_ALARM)
                        .withTasks(() -> tasks(trace))
                        .with(RedshiftBehaviour.ORDINARY.with(times(trace)).with(estimates));
        int allowed = Math.toIntExact(trace.resize().toHours()) + SPARE_HOURS;
        return RedshiftScenario.open(
                "benchmark",
                "One resize.",
                switch (trace.method()) {
                    case ELASTIC -> setup;
                    case CLASSIC ->
                            setup.withNodes(1)
                                    .withSourceLog(3 * allowed)
                                    .with(
                                            Policy.upTo(16)
                                                    .with(RedshiftSettings.CLASSIC_HOURS, allowed));
                },
                simulation -> simulation.flood(0),
                LONGEST);
    }

    private static List<SimulatedTask> tasks(Trace trace) {
        return IntStream.range(0, trace.stops().size())
                .<SimulatedTask>mapToObj(
                        nth ->
                                new ProvisionedTask(
                                        "task-" + nth,
                                        SimulatedEndpoint.REDSHIFT,
                                        "running",
                                        trace.stops().get(nth),
                                        trace.starts().get(nth)))
                .toList();
    }

    /// An eighth of an elastic resize is its preparation; for how long Redshift cleans up after it
    /// nobody waits.
    private static Times times(Trace trace) {
        Times ordinary = RedshiftBehaviour.ORDINARY.times();
        Duration prepare = trace.resize().dividedBy(8);
        return switch (trace.method()) {
            case ELASTIC ->
                    new Times(
                            trace.snapshot(),
                            trace.increment(),
                            prepare,
                            trace.resize().minus(prepare),
                            ordinary.cleanup(),
                            ordinary.classic());
            case CLASSIC ->
                    new Times(
                            trace.snapshot(),
                            trace.increment(),
                            ordinary.prepare(),
                            ordinary.resize(),
                            ordinary.cleanup(),
                            trace.resize());
        };
    }
}
