package headroom.rehearsal.redshift.simulation;

import headroom.redshift.Policy;
import headroom.redshift.RedshiftSettings;
import headroom.redshift.Settings;
import headroom.rehearsal.simulation.Sabotage;
import headroom.rehearsal.states.BranchError;
import headroom.simulated.aws.CallQuota;
import headroom.simulated.faults.Fault;
import headroom.simulated.redshift.LatencyFigures;
import headroom.simulated.redshift.RedshiftBehaviour;
import headroom.simulated.redshift.RedshiftFaults;
import headroom.simulated.redshift.ServerlessTask;
import headroom.simulated.redshift.SimulatedDms;
import headroom.simulated.redshift.SimulatedEndpoint;
import headroom.simulated.redshift.SimulatedLoad;
import headroom.simulated.redshift.SimulatedLoad.Shown;
import headroom.simulated.redshift.SimulatedTask;
import headroom.simulated.redshift.SimulatedTask.Quirk;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What a scenario begins with.
///
/// @param cluster its identifier
/// @param nodes of the cluster
/// @param diskPercent its disk use
/// @param policy what the settings say about resizes
/// @param sourceLogHours for how long the source keeps its log
/// @param redshift how Redshift behaves
/// @param branchError how Step Functions names the failure of a branch
/// @param tasks makes the DMS tasks; each run has its own
/// @param dmsQuota how many calls DMS takes from Headroom
/// @param faults what upsets the scenario
/// @param sabotage what a test breaks on purpose
public record Setup(
        String cluster,
        int nodes,
        double diskPercent,
        Policy policy,
        int sourceLogHours,
        RedshiftBehaviour redshift,
        BranchError branchError,
        Supplier<List<SimulatedTask>> tasks,
        CallQuota dmsQuota,
        List<Fault> faults,
        Sabotage<RedshiftSimulation> sabotage) {
    public static final String CLUSTER = "analytics";

    /// As long as Redshift lets an identifier be.
    public static final String LONGEST_CLUSTER = CLUSTER + "-analytics".repeat(5) + "-eu1";

    public static final String ENDPOINT = SimulatedEndpoint.REDSHIFT.arn();

    /// Of the ordinary setup's cluster.
    public static final int NODES = 4;

    /// Four nodes about to pass 80 %; three tasks write, and a person has stopped a fourth. A fifth
    /// writes elsewhere.
    public static final Setup ORDINARY =
            new Setup(
                    CLUSTER,
                    NODES,
                    79.96,
                    Policy.upTo(16),
                    24,
                    RedshiftBehaviour.ORDINARY,
                    BranchError.INNER,
                    () -> SetupTasks.tasks("none"),
                    SimulatedDms.QUOTA,
                    List.of(),
                    Sabotage.none());

    /// Under another name. The stray endpoint stays with the address of the ordinary one.
    public Setup withCluster(String identifier) {
        return but(copy -> copy.cluster = identifier);
    }

    public Setup withNodes(int count) {
        return but(copy -> copy.nodes = count);
    }

    public Setup withDisk(double percent) {
        return but(copy -> copy.diskPercent = percent);
    }

    public Setup with(Policy other) {
        return but(copy -> copy.policy = other);
    }

    public Setup withCeiling(int ceiling) {
        return with(policy.with(RedshiftSettings.MAX_NODES, ceiling));
    }

    public Setup withSourceLog(int hours) {
        return but(copy -> copy.sourceLogHours = hours);
    }

    public Setup with(RedshiftBehaviour behaviour) {
        return but(copy -> copy.redshift = behaviour);
    }

    public Setup with(RedshiftBehaviour.Quirk... quirks) {
        return with(redshift.with(quirks));
    }

    public Setup with(BranchError other) {
        return but(copy -> copy.branchError = other);
    }

    public Setup withTasks(Supplier<List<SimulatedTask>> others) {
        return but(copy -> copy.tasks = others);
    }

    public Setup withTaskThat(String name, Quirk... quirks) {
        return but(copy -> copy.tasks = () -> SetupTasks.tasks(name, quirks));
    }

    /// A serverless replication that runs, too.
    public Setup withServerless(String name) {
        return withMore(() -> ServerlessTask.running(name, SimulatedEndpoint.REDSHIFT));
    }

    /// One that is made as it likes.
    public Setup withServerless(String name, UnaryOperator<ServerlessTask> change) {
        return withMore(
                () -> change.apply(ServerlessTask.running(name, SimulatedEndpoint.REDSHIFT)));
    }

    /// What a zero-ETL integration runs, beside the tasks and into the same endpoint.
    public Setup withZeroEtl(String name) {
        return withMore(() -> ServerlessTask.ofZeroEtl(name, SimulatedEndpoint.REDSHIFT));
    }

    /// A task `marketing` that runs, and writes into the cluster through an endpoint that is in no
    /// setting.
    public Setup withStrayEndpoint() {
        return withMore(() -> SetupTasks.task("marketing", SimulatedEndpoint.STRAY, "running", 0));
    }

    /// A task `returns` that runs, and writes through an endpoint whose address stands in a secret.
    public Setup withHiddenEndpoint() {
        return withMore(() -> SetupTasks.task("returns", SimulatedEndpoint.HIDDEN, "running", 0));
    }

    /// One more task, which has copied two fifths of its tables and needs a time for the rest.
    public Setup withFullLoad(String name, Duration takes) {
        return withFullLoad(name, takes, Shown.PERCENT);
    }

    /// @param shown by what DMS shows that it is done
    public Setup withFullLoad(String name, Duration takes, Shown shown) {
        return withMore(
                () ->
                        SetupTasks.task(name, SimulatedEndpoint.REDSHIFT, "running", 0)
                                .thatLoads(new SimulatedLoad(40, takes).shownBy(shown)));
    }

    /// One more task, which is stopped.
    public Setup withStopped(String name, SimulatedEndpoint target) {
        return withMore(() -> SetupTasks.task(name, target, "stopped", 0));
    }

    /// One more task, which is stopped and has not begun to copy its tables.
    public Setup withStoppedLoad(String name, Duration takes, Shown shown) {
        return withMore(
                () ->
                        SetupTasks.task(name, SimulatedEndpoint.REDSHIFT, "stopped", 0)
                                .thatLoads(new SimulatedLoad(0, takes).shownBy(shown)));
    }

    /// So many tasks that all run and write into the cluster, instead of the usual ones.
    ///
    /// @param nameLength of each name, from 8 to the 255 characters that DMS permits
    public Setup withTasks(int count, int nameLength) {
        return but(copy -> copy.tasks = () -> SetupTasks.manyTasks(count, nameLength));
    }

    public Setup with(CallQuota quotaOfDms) {
        return but(copy -> copy.dmsQuota = quotaOfDms);
    }

    /// Each task is so far behind its source when the scenario begins.
    ///
    /// @param catchesUp how many seconds of it a task makes up for in each second that it runs
    public Setup withTasksBehind(Duration time, double catchesUp) {
        return withEach(each -> each.isBehind(time, catchesUp));
    }

    public Setup with(LatencyFigures figures) {
        return withEach(each -> each.isShown(figures));
    }

    /// One of the tasks ends by itself in the moment in which it is asked to stop.
    ///
    /// @param reason a word of DMS's model, such as `FULL_LOAD_ONLY_FINISHED`
    public Setup withTaskThatEnds(String name, String reason, boolean refusesToStart) {
        return withTask(name, each -> each.endsAs(reason, refusesToStart));
    }

    /// One of the tasks, changed.
    public Setup withTask(String name, Consumer<SimulatedTask> change) {
        return withEach(
                each -> {
                    if (each.name().equals(name)) {
                        change.accept(each);
                    }
                });
    }

    private Setup withEach(Consumer<SimulatedTask> change) {
        Supplier<List<SimulatedTask>> all =
                () -> {
                    List<SimulatedTask> changed = tasks.get();
                    changed.forEach(change);
                    return changed;
                };
        return but(copy -> copy.tasks = all);
    }

    private Setup withMore(Supplier<SimulatedTask> more) {
        Supplier<List<SimulatedTask>> all =
                () -> Stream.concat(tasks.get().stream(), Stream.of(more.get())).toList();
        return but(copy -> copy.tasks = all);
    }

    public Setup with(List<Fault> upsets) {
        return but(copy -> copy.faults = upsets);
    }

    /// Faults in the form of [headroom.simulated.faults.FaultKinds#parse].
    public Setup with(String... upsets) {
        return with(Stream.of(upsets).map(RedshiftFaults.KINDS::parse).toList());
    }

    public Setup with(Sabotage<RedshiftSimulation> broken) {
        return but(copy -> copy.sabotage = broken);
    }

    /// What Headroom is told when it is deployed.
    Settings settings() {
        return new Settings(cluster, List.of(ENDPOINT), policy, 7, sourceLogHours);
    }

    /// The same setup but for what the change sets.
    private Setup but(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.setup();
    }

    /// A setup that can still be changed, so that each way to vary one names only what it varies.
    private static final class Copy {
        private String cluster;
        private int nodes;
        private double diskPercent;
        private Policy policy;
        private int sourceLogHours;
        private RedshiftBehaviour redshift;
        private BranchError branchError;
        private Supplier<List<SimulatedTask>> tasks;
        private CallQuota dmsQuota;
        private List<Fault> faults;
        private Sabotage<RedshiftSimulation> sabotage;

        Copy(Setup setup) {
            cluster = setup.cluster;
            nodes = setup.nodes;
            diskPercent = setup.diskPercent;
            policy = setup.policy;
            sourceLogHours = setup.sourceLogHours;
            redshift = setup.redshift;
            branchError = setup.branchError;
            tasks = setup.tasks;
            dmsQuota = setup.dmsQuota;
            faults = setup.faults;
            sabotage = setup.sabotage;
        }

        Setup setup() {
            return new Setup(
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
