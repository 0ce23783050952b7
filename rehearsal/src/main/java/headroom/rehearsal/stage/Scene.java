package headroom.rehearsal.stage;

import headroom.Policy;
import headroom.Settings;
import headroom.rehearsal.aws.CallQuota;
import headroom.rehearsal.aws.LatencyFigures;
import headroom.rehearsal.aws.RedshiftDials;
import headroom.rehearsal.aws.ServerlessTask;
import headroom.rehearsal.aws.SimulatedEndpoint;
import headroom.rehearsal.aws.SimulatedLoad;
import headroom.rehearsal.aws.SimulatedLoad.Shown;
import headroom.rehearsal.aws.SimulatedTask;
import headroom.rehearsal.aws.SimulatedTask.Trouble;
import headroom.rehearsal.faults.Fault;
import headroom.rehearsal.states.BranchError;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What a story begins with.
///
/// @param cluster its identifier
/// @param nodes of the cluster
/// @param diskPercent its disk use
/// @param policy what the settings say about resizes
/// @param sourceLogHours for how long the source keeps its log
/// @param redshift how Redshift behaves
/// @param branchError how Step Functions names the failure of a branch
/// @param tasks makes the DMS tasks; each performance has its own
/// @param dmsQuota how many calls DMS takes from Headroom
/// @param faults what upsets the story
/// @param sabotage what a test breaks on purpose
public record Scene(
        String cluster,
        int nodes,
        double diskPercent,
        Policy policy,
        int sourceLogHours,
        RedshiftDials redshift,
        BranchError branchError,
        Supplier<List<SimulatedTask>> tasks,
        CallQuota dmsQuota,
        List<Fault> faults,
        Sabotage sabotage) {
    public static final String CLUSTER = "analytics";

    /// As long as Redshift lets an identifier be.
    public static final String LONGEST_CLUSTER = CLUSTER + "-analytics".repeat(5) + "-eu1";

    public static final String ENDPOINT = SimulatedEndpoint.REDSHIFT.arn();

    /// Of the ordinary scene's cluster.
    public static final int NODES = 4;

    /// Four nodes about to pass 80 %; three tasks write, and a person has stopped a fourth. A fifth
    /// writes elsewhere.
    public static final Scene ORDINARY =
            new Scene(
                    CLUSTER,
                    NODES,
                    79.96,
                    Policy.upTo(16),
                    24,
                    RedshiftDials.ORDINARY,
                    BranchError.INNER,
                    () -> SceneTasks.tasks("none"),
                    CallQuota.OF_DMS,
                    List.of(),
                    Sabotage.NONE);

    /// Under another name. The stray endpoint stays with the address of the ordinary one.
    public Scene withCluster(String identifier) {
        return but(copy -> copy.cluster = identifier);
    }

    public Scene withNodes(int count) {
        return but(copy -> copy.nodes = count);
    }

    public Scene withDisk(double percent) {
        return but(copy -> copy.diskPercent = percent);
    }

    public Scene with(Policy other) {
        return but(copy -> copy.policy = other);
    }

    public Scene withCeiling(int ceiling) {
        return with(policy.withCeiling(ceiling));
    }

    public Scene withSourceLog(int hours) {
        return but(copy -> copy.sourceLogHours = hours);
    }

    public Scene with(RedshiftDials dials) {
        return but(copy -> copy.redshift = dials);
    }

    public Scene with(RedshiftDials.Trouble... troubles) {
        return with(redshift.with(troubles));
    }

    public Scene with(BranchError other) {
        return but(copy -> copy.branchError = other);
    }

    public Scene withTasks(Supplier<List<SimulatedTask>> others) {
        return but(copy -> copy.tasks = others);
    }

    public Scene withTaskThat(String name, Trouble... troubles) {
        return but(copy -> copy.tasks = () -> SceneTasks.tasks(name, troubles));
    }

    /// A serverless replication that runs, too.
    public Scene withServerless(String name) {
        return withMore(() -> ServerlessTask.running(name, SimulatedEndpoint.REDSHIFT));
    }

    /// One that is made as it likes.
    public Scene withServerless(String name, UnaryOperator<ServerlessTask> change) {
        return withMore(
                () -> change.apply(ServerlessTask.running(name, SimulatedEndpoint.REDSHIFT)));
    }

    /// What a zero-ETL integration runs, beside the tasks and into the same endpoint.
    public Scene withZeroEtl(String name) {
        return withMore(() -> ServerlessTask.ofZeroEtl(name, SimulatedEndpoint.REDSHIFT));
    }

    /// A task `marketing` that runs, and writes into the cluster through an endpoint that is in no
    /// setting.
    public Scene withStrayEndpoint() {
        return withMore(() -> SceneTasks.task("marketing", SimulatedEndpoint.STRAY, "running", 0));
    }

    /// A task `returns` that runs, and writes through an endpoint whose address stands in a secret.
    public Scene withHiddenEndpoint() {
        return withMore(() -> SceneTasks.task("returns", SimulatedEndpoint.HIDDEN, "running", 0));
    }

    /// One more task, which has copied two fifths of its tables and needs a time for the rest.
    public Scene withFullLoad(String name, Duration takes) {
        return withFullLoad(name, takes, Shown.PERCENT);
    }

    /// @param shown by what DMS shows that it is done
    public Scene withFullLoad(String name, Duration takes, Shown shown) {
        return withMore(
                () ->
                        SceneTasks.task(name, SimulatedEndpoint.REDSHIFT, "running", 0)
                                .thatLoads(new SimulatedLoad(40, takes).shownBy(shown)));
    }

    /// One more task, which is stopped.
    public Scene withStopped(String name, SimulatedEndpoint target) {
        return withMore(() -> SceneTasks.task(name, target, "stopped", 0));
    }

    /// One more task, which is stopped and has not begun to copy its tables.
    public Scene withStoppedLoad(String name, Duration takes, Shown shown) {
        return withMore(
                () ->
                        SceneTasks.task(name, SimulatedEndpoint.REDSHIFT, "stopped", 0)
                                .thatLoads(new SimulatedLoad(0, takes).shownBy(shown)));
    }

    /// So many tasks that all run and write into the cluster, instead of the usual ones.
    ///
    /// @param nameLength of each name, from 8 to the 255 characters that DMS permits
    public Scene withTasks(int count, int nameLength) {
        return but(copy -> copy.tasks = () -> SceneTasks.manyTasks(count, nameLength));
    }

    public Scene with(CallQuota quotaOfDms) {
        return but(copy -> copy.dmsQuota = quotaOfDms);
    }

    /// Each task is so far behind its source when the story begins.
    ///
    /// @param catchesUp how many seconds of it a task makes up for in each second that it runs
    public Scene withTasksBehind(Duration time, double catchesUp) {
        return withEach(each -> each.isBehind(time, catchesUp));
    }

    public Scene with(LatencyFigures figures) {
        return withEach(each -> each.isShown(figures));
    }

    /// One of the tasks ends by itself in the moment in which it is asked to stop.
    ///
    /// @param reason a word of DMS's model, such as `FULL_LOAD_ONLY_FINISHED`
    public Scene withTaskThatEnds(String name, String reason, boolean refusesToStart) {
        return withTask(name, each -> each.endsAs(reason, refusesToStart));
    }

    /// One of the tasks, changed.
    public Scene withTask(String name, Consumer<SimulatedTask> change) {
        return withEach(
                each -> {
                    if (each.name().equals(name)) {
                        change.accept(each);
                    }
                });
    }

    private Scene withEach(Consumer<SimulatedTask> change) {
        Supplier<List<SimulatedTask>> all =
                () -> {
                    List<SimulatedTask> changed = tasks.get();
                    changed.forEach(change);
                    return changed;
                };
        return but(copy -> copy.tasks = all);
    }

    private Scene withMore(Supplier<SimulatedTask> more) {
        Supplier<List<SimulatedTask>> all =
                () -> Stream.concat(tasks.get().stream(), Stream.of(more.get())).toList();
        return but(copy -> copy.tasks = all);
    }

    public Scene with(List<Fault> upsets) {
        return but(copy -> copy.faults = upsets);
    }

    /// Faults in the form of [Fault#parse].
    public Scene with(String... upsets) {
        return with(Stream.of(upsets).map(Fault::parse).toList());
    }

    public Scene with(Sabotage broken) {
        return but(copy -> copy.sabotage = broken);
    }

    /// What Headroom is told when it is deployed.
    Settings settings() {
        return new Settings(cluster, List.of(ENDPOINT), policy, 7, sourceLogHours);
    }

    /// The same scene but for what the change sets.
    private Scene but(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.scene();
    }

    /// A scene that can still be changed, so that each way to vary one names only what it varies.
    private static final class Copy {
        private String cluster;
        private int nodes;
        private double diskPercent;
        private Policy policy;
        private int sourceLogHours;
        private RedshiftDials redshift;
        private BranchError branchError;
        private Supplier<List<SimulatedTask>> tasks;
        private CallQuota dmsQuota;
        private List<Fault> faults;
        private Sabotage sabotage;

        Copy(Scene scene) {
            cluster = scene.cluster;
            nodes = scene.nodes;
            diskPercent = scene.diskPercent;
            policy = scene.policy;
            sourceLogHours = scene.sourceLogHours;
            redshift = scene.redshift;
            branchError = scene.branchError;
            tasks = scene.tasks;
            dmsQuota = scene.dmsQuota;
            faults = scene.faults;
            sabotage = scene.sabotage;
        }

        Scene scene() {
            return new Scene(
                    cluster,
                    nodes,
                    diskPercent,
                    policy,
                    sourceLogHours,
                    redshift,
                    branchError,
                    tasks,
                    dmsQuota,
                    faults,
                    sabotage);
        }
    }
}
