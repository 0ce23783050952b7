package headroom.report;

import headroom.run.Execution;

import java.util.ArrayList;
import java.util.List;

/// Where a person looks further.
///
/// @param console of the partition and region
/// @param executions their ARNs, by what they are called
public record Places(Console console, List<Named> executions) {

    /// @param title such as `Execution`
    public record Named(String title, String arn) {}

    /// The places of an execution.
    public static Places of(Execution execution) {
        return new Places(execution.console(), List.of(new Named("Execution", execution.arn())));
    }

    /// The places of what no execution has done.
    public static Places of(Console console) {
        return new Places(console, List.of());
    }

    public Places with(String title, String arn) {
        List<Named> more = new ArrayList<>(executions);
        more.add(new Named(title, arn));
        return new Places(console, more);
    }

    String inWords(String cluster) {
        List<String> lines = new ArrayList<>();
        executions.forEach(
                each -> lines.add("%s: %s".formatted(each.title(), console.execution(each.arn()))));
        lines.add("Cluster: " + console.cluster(cluster));
        lines.add("Dashboard: " + console.dashboard(cluster));
        lines.add("Logs: " + console.logs(cluster));
        return String.join("\n", lines);
    }
}
