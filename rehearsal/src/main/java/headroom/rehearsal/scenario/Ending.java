package headroom.rehearsal.scenario;

import headroom.rehearsal.simulation.Simulation;
import headroom.rehearsal.states.Execution;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// How a scenario ends, as it is told beforehand or as it came.
///
/// @param resources see [Simulation#resources()]
/// @param executions the status of each execution, in the order of their start
/// @param reports the subjects of all reports, in order
public record Ending(
        Map<String, Object> resources, List<Execution.Status> executions, List<String> reports) {

    static Ending of(Simulation simulation) {
        return new Ending(
                simulation.resources(),
                simulation.executions().stream().map(Execution::status).toList(),
                simulation.operators().subjects());
    }

    /// One sentence for each way in which the scenario did not end like this.
    List<String> differencesTo(Ending came) {
        List<String> differences = new ArrayList<>();
        for (Map.Entry<String, Object> each : resources.entrySet()) {
            Object other = came.resources().getOrDefault(each.getKey(), "unknown");
            compare(each.getKey(), each.getValue(), other, differences);
        }
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
