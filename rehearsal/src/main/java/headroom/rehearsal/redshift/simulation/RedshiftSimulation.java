package headroom.rehearsal.redshift.simulation;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import headroom.redshift.ClusterNames;
import headroom.redshift.ClusterWatch;
import headroom.redshift.Policy;
import headroom.redshift.Settings;
import headroom.redshift.trigger.StartResize;
import headroom.redshift.watch.Watch;
import headroom.rehearsal.simulation.Account;
import headroom.rehearsal.simulation.Deployment;
import headroom.rehearsal.simulation.Outside;
import headroom.rehearsal.simulation.Simulation;
import headroom.run.StackEnvironment;
import headroom.simulated.journal.Kind;
import headroom.simulated.redshift.Disk;
import headroom.simulated.redshift.RedshiftFaults;
import headroom.simulated.redshift.SimulatedCloudWatch;
import headroom.simulated.redshift.SimulatedCloudWatch.Level;
import headroom.simulated.redshift.SimulatedDms;
import headroom.simulated.redshift.SimulatedRedshift;
import headroom.simulated.redshift.SimulatedTask;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.databasemigration.DatabaseMigrationClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Headroom as it is deployed for one cluster: what every workflow has, over simulated Redshift and
/// DMS.
public final class RedshiftSimulation extends Simulation {
    private final Setup setup;
    private final Settings settings;
    private final Disk disk;
    private final SimulatedRedshift redshift;
    private final SimulatedDms dms;
    private final Outside outside;
    private final Changes changes;

    public RedshiftSimulation(Setup setup) {
        Account account = new Account(RedshiftFaults.KINDS, setup.faults());
        Settings settings = setup.settings();
        double used = setup.diskPercent() / 100 * setup.nodes() * SimulatedRedshift.NODE_CAPACITY;
        List<SimulatedTask> tasks = setup.tasks().get();
        Disk disk = Disk.writtenBy(tasks.size(), account.scheduler(), used);
        SimulatedRedshift redshift =
                new SimulatedRedshift(
                        settings.cluster(),
                        setup.nodes(),
                        disk,
                        setup.redshift(),
                        account.faults(),
                        account.scheduler(),
                        account.journal());
        SimulatedDms dms =
                new SimulatedDms(
                        tasks,
                        setup.dmsQuota(),
                        Duration.ofHours(setup.sourceLogHours()),
                        disk,
                        account.faults(),
                        account.scheduler(),
                        account.journal());
        SimulatedCloudWatch cloudWatch = cloudWatch(redshift, dms, settings, account);
        Handlers handlers = handlers(account, redshift, dms, cloudWatch, settings);
        Deployment deployment =
                new Deployment(
                        "redshift",
                        settings.cluster(),
                        "redshift-resize",
                        handlers.all(),
                        List.of());
        ClusterNames names = new ClusterNames(settings.cluster());
        Deployment.Beside drills =
                new Deployment.Beside(
                        deployment,
                        names.drillStateMachine(),
                        names.drillLeaseKey(),
                        "redshift-drill",
                        handlers.ofDrills());
        super(
                account,
                deployment,
                deployment.definition(setup.sabotage().definition(), Map.of()),
                Map.of(drills.stateMachineArn(), drills.definition(_ -> {})),
                setup.branchError(),
                stepFunctions ->
                        new StartResize(
                                stepFunctions,
                                () -> account.struck(account.dynamoDb(), DynamoDbClient.class),
                                settings,
                                environment(deployment)));
        this.setup = setup;
        this.settings = settings;
        this.disk = disk;
        this.redshift = redshift;
        this.dms = dms;
        outside = outside(cloudWatch, outputs(setup, drills));
        changes = new Changes(this, redshift.nodes(), redshift.diskPercent());
        Map<String, RequestStreamHandler> functions = new HashMap<>(deployment.functions());
        functions.putAll(drills.functions());
        Actors people = new Actors(this);
        people.begin();
        cloudWatch.begin(this::publish);
        begin(
                setup.sabotage().replace(functions, this),
                stepFunctions -> watch(account, stepFunctions, cloudWatch, deployment),
                ClusterWatch.TIMES,
                people::entered);
    }

    private static Map<String, String> outputs(Setup setup, Deployment.Beside drills) {
        Map<String, String> outputs = new HashMap<>();
        outputs.put("SourceLogRetentionHours", Integer.toString(setup.sourceLogHours()));
        setup.policy()
                .drillMaxNodeHours()
                .ifPresent(_ -> outputs.put("DrillStateMachineArn", drills.stateMachineArn()));
        return outputs;
    }

    private static SimulatedCloudWatch cloudWatch(
            SimulatedRedshift redshift, SimulatedDms dms, Settings settings, Account account) {
        ClusterNames names = new ClusterNames(settings.cluster());
        Policy policy = settings.policy();
        return new SimulatedCloudWatch(
                redshift,
                dms::tasks,
                new Level(names.diskAlarm(), policy.alarmPercent()),
                new Level(names.criticalDiskAlarm(), policy.criticalPercent()),
                policy.alarmPeriods(),
                account.scheduler(),
                account.journal());
    }

    private static Handlers handlers(
            Account account,
            SimulatedRedshift redshift,
            SimulatedDms dms,
            SimulatedCloudWatch cloudWatch,
            Settings settings) {
        return new Handlers(
                account.struck(redshift, RedshiftClient.class),
                account.struck(dms, DatabaseMigrationClient.class),
                account.struck(cloudWatch, CloudWatchClient.class),
                settings,
                account.scheduler().clock(),
                account.journal()::measured);
    }

    private Watch watch(
            Account account,
            SfnClient stepFunctions,
            SimulatedCloudWatch cloudWatch,
            Deployment deployment) {
        Watch.Clients clients =
                new Watch.Clients(
                        account.struck(account.dynamoDb(), DynamoDbClient.class),
                        stepFunctions,
                        account.struck(cloudWatch, CloudWatchClient.class),
                        () -> account.struck(redshift, RedshiftClient.class),
                        () -> account.struck(dms, DatabaseMigrationClient.class),
                        account.struck(account.operators(), SnsClient.class));
        return new Watch(
                clients,
                settings,
                environment(deployment),
                account.scheduler().clock(),
                account.journal()::measured);
    }

    private static StackEnvironment environment(Deployment deployment) {
        return new StackEnvironment(
                deployment.stateMachineArn(),
                deployment.leaseTable(),
                deployment.leaseKey(),
                Deployment.OPERATORS);
    }

    /// The nodes of the cluster, and the tasks that run, in the order of the setup.
    public static Map<String, Object> resources(int nodes, List<String> running) {
        Map<String, Object> resources = new LinkedHashMap<>();
        resources.put("nodes", nodes);
        resources.put("running tasks", running);
        return resources;
    }

    @Override
    public Map<String, Object> resources() {
        Map<String, Object> resources =
                resources(
                        redshift.nodes(),
                        dms.tasks().stream()
                                .filter(SimulatedTask::isRunning)
                                .map(SimulatedTask::name)
                                .toList());
        if (!redshift.copies().names().isEmpty()) {
            resources.put("copies", redshift.copies().names());
        }
        return resources;
    }

    @Override
    public boolean hasMoreLeft() {
        return drillLease().containsKey("owner") || drillLease().containsKey("copyRecord");
    }

    @Override
    public Optional<String> owed() {
        return Optional.of(lease().getOrDefault("paused", "[]")).filter(each -> !each.equals("[]"));
    }

    /// The attributes of the drills' lease; empty if it was never taken.
    public Map<String, String> drillLease() {
        return dynamoDb().item(new ClusterNames(settings.cluster()).drillLeaseKey());
    }

    @Override
    public Map<String, String> changes() {
        return changes.rows();
    }

    @Override
    public String outcome() {
        return changes.outcome();
    }

    @Override
    public List<String> throttled() {
        return dms.throttled() == 0
                ? List.of()
                : List.of("DMS throttled %d calls".formatted(dms.throttled()));
    }

    @Override
    public Set<String> taskCalls() {
        return Stream.of(SimulatedDms.STOPS, SimulatedDms.STARTS)
                .flatMap(Set::stream)
                .collect(Collectors.toSet());
    }

    /// From now on the source writes so many times as much.
    public void flood(double times) {
        journal().note(Kind.SCENARIO, "the source", "writes more");
        disk.flood(times);
    }

    public Setup setup() {
        return setup;
    }

    public Outside outside() {
        return outside;
    }

    Disk disk() {
        return disk;
    }

    public Settings settings() {
        return settings;
    }

    public SimulatedRedshift redshift() {
        return redshift;
    }

    public SimulatedDms dms() {
        return dms;
    }
}
