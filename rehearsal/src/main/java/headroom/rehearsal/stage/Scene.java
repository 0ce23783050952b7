package headroom.rehearsal.stage;

import headroom.rehearsal.aws.RedshiftDials;
import headroom.rehearsal.aws.SimulatedTask;
import headroom.rehearsal.aws.SimulatedTask.Trouble;
import headroom.rehearsal.faults.Fault;
import headroom.rehearsal.states.BranchError;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What a story begins with.
///
/// @param nodes of the cluster
/// @param diskPercent its disk use
/// @param maxNodes the ceiling in the settings
/// @param redshift how Redshift behaves
/// @param branchError how Step Functions names the failure of a branch
/// @param tasks makes the DMS tasks; each performance has its own
/// @param faults what upsets the story
/// @param sabotage what a test breaks on purpose
public record Scene(
        int nodes,
        double diskPercent,
        int maxNodes,
        RedshiftDials redshift,
        BranchError branchError,
        Supplier<List<SimulatedTask>> tasks,
        List<Fault> faults,
        Sabotage sabotage) {
    public static final String CLUSTER = "analytics";
    public static final String ENDPOINT = SimulatedTask.endpoint("REDSHIFT");

    /// Of the ordinary scene's cluster.
    public static final int NODES = 4;

    /// Four nodes about to pass 80 %; three tasks write, and a person has stopped a fourth. A fifth
    /// writes elsewhere.
    public static final Scene ORDINARY =
            new Scene(
                    NODES,
                    79.96,
                    16,
                    RedshiftDials.ORDINARY,
                    BranchError.INNER,
                    () -> tasks("none"),
                    List.of(),
                    Sabotage.NONE);

    public Scene withDisk(double percent) {
        return new Scene(nodes, percent, maxNodes, redshift, branchError, tasks, faults, sabotage);
    }

    public Scene withCeiling(int ceiling) {
        return new Scene(
                nodes, diskPercent, ceiling, redshift, branchError, tasks, faults, sabotage);
    }

    public Scene with(RedshiftDials.Trouble... troubles) {
        return new Scene(
                nodes,
                diskPercent,
                maxNodes,
                redshift.with(troubles),
                branchError,
                tasks,
                faults,
                sabotage);
    }

    public Scene with(BranchError other) {
        return new Scene(nodes, diskPercent, maxNodes, redshift, other, tasks, faults, sabotage);
    }

    public Scene withTaskThat(String name, Trouble... troubles) {
        return new Scene(
                nodes,
                diskPercent,
                maxNodes,
                redshift,
                branchError,
                () -> tasks(name, troubles),
                faults,
                sabotage);
    }

    public Scene with(RedshiftDials dials) {
        return new Scene(nodes, diskPercent, maxNodes, dials, branchError, tasks, faults, sabotage);
    }

    public Scene with(List<Fault> upsets) {
        return new Scene(
                nodes, diskPercent, maxNodes, redshift, branchError, tasks, upsets, sabotage);
    }

    /// Faults in the form of [Fault#parse].
    public Scene with(String... upsets) {
        return with(Stream.of(upsets).map(Fault::parse).toList());
    }

    public Scene with(Sabotage broken) {
        return new Scene(
                nodes, diskPercent, maxNodes, redshift, branchError, tasks, faults, broken);
    }

    private static List<SimulatedTask> tasks(String troubled, Trouble... troubles) {
        List<SimulatedTask> tasks = new ArrayList<>();
        for (String name : List.of("orders", "customers", "payments")) {
            Trouble[] own = name.equals(troubled) ? troubles : new Trouble[0];
            tasks.add(task(name, ENDPOINT, "running", tasks.size(), own));
        }
        tasks.add(task("clickstream", ENDPOINT, "stopped", 0));
        tasks.add(task("archive", SimulatedTask.endpoint("S3"), "running", 0));
        return List.copyOf(tasks);
    }

    private static SimulatedTask task(
            String name, String target, String status, int nth, Trouble... troubles) {
        return new SimulatedTask(
                name,
                target,
                status,
                Duration.ofSeconds(25 + 40L * nth),
                Duration.ofSeconds(45 + 15L * nth),
                troubles);
    }
}
