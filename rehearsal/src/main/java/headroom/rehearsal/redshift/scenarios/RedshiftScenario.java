package headroom.rehearsal.redshift.scenarios;

import headroom.rehearsal.redshift.invariants.RedshiftInvariants;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.rehearsal.scenario.Ending;
import headroom.rehearsal.scenario.Given;
import headroom.rehearsal.scenario.Scenario;
import headroom.rehearsal.states.Execution.Status;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/// Makes scenarios of a setup: the simulation of it, with Redshift's invariants.
public final class RedshiftScenario {
    private RedshiftScenario() {}

    /// A scenario that ends when nothing more happens.
    static Scenario<RedshiftSimulation> of(
            String name,
            String told,
            Setup setup,
            Consumer<RedshiftSimulation> course,
            Ending ending) {
        return Scenario.of(name, told, given(setup), course, ending);
    }

    /// A scenario of which nobody knows the ending.
    public static Scenario<RedshiftSimulation> open(
            String name,
            String told,
            Setup setup,
            Consumer<RedshiftSimulation> course,
            Duration timeout) {
        return Scenario.open(name, told, given(setup), course, timeout);
    }

    static Given<RedshiftSimulation> given(Setup setup) {
        return new Given<>(
                setup.faults(),
                faults -> new RedshiftSimulation(setup.with(faults)),
                RedshiftInvariants::all);
    }

    /// @param nodes of the cluster
    /// @param running the tasks that run, in the order of the setup
    /// @param executions the status of each execution, in the order of their start
    /// @param reports the subjects of all reports, in order
    static Ending ending(
            int nodes, List<String> running, List<Status> executions, List<String> reports) {
        return new Ending(RedshiftSimulation.resources(nodes, running), executions, reports);
    }
}
