package headroom.rehearsal.scenario;

import headroom.rehearsal.redshift.aws.SimulatedTask;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.states.Execution;

import java.util.ArrayList;
import java.util.List;

/// How a scenario ends, as it is told beforehand or as it came.
///
/// @param nodes of the cluster
/// @param running the tasks that run, in the order of the setup
/// @param executions the status of each execution, in the order of their start
/// @param reports the subjects of all reports, in order
public record Ending(
        int nodes, List<String> running, List<Execution.Status> executions, List<String> reports) {

    static Ending of(RedshiftSimulation simulation) {
        return new Ending(
                simulation.redshift().nodes(),
                simulation.dms().tasks().stream()
                        .filter(SimulatedTask::isRunning)
                        .map(SimulatedTask::name)
                        .toList(),
                simulation.executions().stream().map(Execution::status).toList(),
                simulation.operators().subjects());
    }

    /// One sentence for each way in which the scenario did not end like this.
    List<String> differencesTo(Ending came) {
        List<String> differences = new ArrayList<>();
        compare("nodes", nodes, came.nodes(), differences);
        compare("running tasks", running, came.running(), differences);
        compare("executions", executions, came.executions(), differences);
        compare("reports", reports, came.reports(), differences);
        return differences;
    }

    private static void compare(String what, Object told, Object came, List<String> differences) {
        if (!told.equals(came)) {
            differences.add("%s: told was %s, it came to %s".formatted(what, told, came));
        }
    }
}
