package headroom.rehearsal.elasticache.simulation;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import headroom.elasticache.GroupNames;
import headroom.elasticache.GroupWatch;
import headroom.elasticache.Policy;
import headroom.elasticache.Settings;
import headroom.elasticache.group.BackupNames;
import headroom.elasticache.trigger.StartScaling;
import headroom.elasticache.watch.Watch;
import headroom.rehearsal.simulation.Account;
import headroom.rehearsal.simulation.Deployment;
import headroom.rehearsal.simulation.Glance;
import headroom.rehearsal.simulation.Outside;
import headroom.rehearsal.simulation.Simulation;
import headroom.rehearsal.states.BranchError;
import headroom.rehearsal.states.Resource;
import headroom.run.StackEnvironment;
import headroom.simulated.elasticache.ElastiCacheFaults;
import headroom.simulated.elasticache.GroupIntervention;
import headroom.simulated.elasticache.GroupOwner;
import headroom.simulated.elasticache.GroupSeries;
import headroom.simulated.elasticache.GroupSetup;
import headroom.simulated.elasticache.SimulatedCloudWatch;
import headroom.simulated.elasticache.SimulatedElastiCache;
import headroom.simulated.elasticache.SimulatedQuotas;
import headroom.simulated.elasticache.SimulatedSubnets;
import headroom.simulated.elasticache.load.Shape;
import headroom.simulated.elasticache.load.Traffic;

import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Headroom as it is deployed for one group: what every workflow has, over simulated ElastiCache.
public final class CacheSimulation extends Simulation {
    private final CacheSetup setup;
    private final Settings settings;
    private final SimulatedElastiCache elastiCache;
    private final GroupSeries series;
    private final Outside outside;
    private final Changes changes;
    private final Actors people;

    public CacheSimulation(CacheSetup setup) {
        Account account = new Account(ElastiCacheFaults.ALL_KINDS, setup.faults());
        Settings settings = setup.settings();
        SimulatedSubnets subnets = setup.subnets().get();
        SimulatedElastiCache elastiCache =
                new SimulatedElastiCache(
                        setup.group(),
                        setup.elastiCache(),
                        subnets,
                        setup.traffic().data()::moves,
                        account.faults(),
                        account.scheduler(),
                        account.journal());
        GroupSeries series =
                new GroupSeries(elastiCache, setup.traffic(), setup.figures(), account.scheduler());
        SimulatedCloudWatch cloudWatch = cloudWatch(series, settings, account);
        Deployment deployment =
                new Deployment(
                        GroupNames.KIND,
                        settings.group(),
                        "elasticache-scale",
                        handlers(account, setup, elastiCache, cloudWatch, settings),
                        List.of(counting(subnets)));
        super(
                account,
                deployment,
                deployment.definition(
                        setup.sabotage().definition(),
                        Map.of("BackupKey", BackupNames.key(settings.group()))),
                BranchError.INNER,
                stepFunctions ->
                        new StartScaling(
                                stepFunctions,
                                () -> account.struck(account.dynamoDb(), DynamoDbClient.class),
                                settings,
                                environment(deployment)));
        this.setup = setup;
        this.settings = settings;
        this.elastiCache = elastiCache;
        this.series = series;
        outside = outside(cloudWatch, Map.of());
        changes = new Changes(this, elastiCache.shape(), elastiCache.nodeType());
        people =
                new Actors(
                        this,
                        new GroupOwner(
                                elastiCache,
                                setup.elastiCache(),
                                account.scheduler(),
                                account.journal()));
        people.begin();
        cloudWatch.begin(this::publish);
        begin(
                setup.sabotage().replace(deployment.functions(), this),
                stepFunctions -> watch(account, stepFunctions, cloudWatch, deployment),
                GroupWatch.TIMES,
                people::entered);
    }

    private static SimulatedCloudWatch cloudWatch(
            GroupSeries series, Settings settings, Account account) {
        GroupNames names = new GroupNames(settings.group());
        Policy policy = settings.policy();
        return new SimulatedCloudWatch(
                series,
                settings.group(),
                new SimulatedCloudWatch.Alarm(
                        names.cpuAlarm(), policy.cpuPercent(), Policy.ALARM_PERIODS),
                new SimulatedCloudWatch.Alarm(
                        names.memoryAlarm(), policy.memoryPercent(), Policy.ALARM_PERIODS),
                account.scheduler(),
                account.journal());
    }

    private static List<RequestStreamHandler> handlers(
            Account account,
            CacheSetup setup,
            SimulatedElastiCache elastiCache,
            SimulatedCloudWatch cloudWatch,
            Settings settings) {
        return new Handlers(
                        account.struck(elastiCache, ElastiCacheClient.class),
                        account.struck(cloudWatch, CloudWatchClient.class),
                        account.struck(setup.autoScaling(), ApplicationAutoScalingClient.class),
                        account.struck(
                                new SimulatedQuotas(setup.elastiCache().nodeQuota()),
                                ServiceQuotasClient.class),
                        settings,
                        account.scheduler().clock(),
                        account.journal()::measured)
                .all();
    }

    /// What the state machine asks of EC2.
    private static Deployment.Action counting(SimulatedSubnets subnets) {
        Resource real =
                (arguments, call) -> {
                    try {
                        call.succeed(subnets.describe(arguments));
                    } catch (SimulatedSubnets.Denied denied) {
                        call.fail(denied.error(), denied.getMessage());
                    }
                };
        return new Deployment.Action(
                SimulatedSubnets.DESCRIBE, ElastiCacheFaults.DESCRIBE_SUBNETS, real);
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
                        account.struck(elastiCache, ElastiCacheClient.class),
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

    /// How many nodes each shard has, of what type they are, and how they are asked.
    public static Map<String, Object> resources(
            List<Integer> nodesByShard, String nodeType, GroupSetup.Mode mode) {
        Map<String, Object> resources = new LinkedHashMap<>();
        resources.put("nodes by shard", nodesByShard);
        resources.put("node type", nodeType);
        resources.put("cluster mode", mode.name().toLowerCase(Locale.ROOT));
        return resources;
    }

    @Override
    public Map<String, Object> resources() {
        Shape shape = elastiCache.shape();
        return resources(
                shape.shards().stream().map(each -> each.nodes().size()).toList(),
                elastiCache.nodeType(),
                elastiCache.mode());
    }

    @Override
    public Optional<String> owed() {
        return Optional.ofNullable(lease().get("change"));
    }

    @Override
    public Map<String, String> changes() {
        return changes.rows();
    }

    @Override
    public Glance glance() {
        return new Sight(this).glance();
    }

    @Override
    public String outcome() {
        return changes.outcome();
    }

    @Override
    public List<String> throttled() {
        return List.of();
    }

    @Override
    public Set<String> taskCalls() {
        return Set.of();
    }

    /// From now on clients do something else.
    public void change(UnaryOperator<Traffic> henceforth) {
        series.change(henceforth.apply(series.traffic()));
    }

    /// What clients do now.
    public Traffic traffic() {
        return series.traffic();
    }

    /// What clients and nodes truly do, whatever CloudWatch has of it.
    public Truth truth() {
        return new Truth(series, elastiCache, scheduler());
    }

    /// Somebody beside Headroom acts.
    public void act(GroupIntervention intervention) {
        people.act(intervention);
    }

    public CacheSetup setup() {
        return setup;
    }

    public Settings settings() {
        return settings;
    }

    public SimulatedElastiCache elastiCache() {
        return elastiCache;
    }

    public Outside outside() {
        return outside;
    }
}
