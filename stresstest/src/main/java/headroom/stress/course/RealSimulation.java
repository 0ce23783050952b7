package headroom.stress.course;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import headroom.elasticache.GroupNames;
import headroom.elasticache.GroupWatch;
import headroom.elasticache.Policy;
import headroom.elasticache.Settings;
import headroom.elasticache.group.BackupNames;
import headroom.elasticache.trigger.StartScaling;
import headroom.elasticache.watch.Watch;
import headroom.rehearsal.elasticache.simulation.Handlers;
import headroom.rehearsal.simulation.Account;
import headroom.rehearsal.simulation.Deployment;
import headroom.rehearsal.simulation.Glance;
import headroom.rehearsal.simulation.Simulation;
import headroom.rehearsal.states.BranchError;
import headroom.run.StackEnvironment;
import headroom.simulated.elasticache.ElastiCacheFaults;
import headroom.simulated.elasticache.SimulatedAutoScaling;
import headroom.simulated.elasticache.SimulatedCloudWatch;
import headroom.simulated.elasticache.SimulatedQuotas;
import headroom.simulated.elasticache.SimulatedSubnets;
import headroom.stress.elasticache.Changes;
import headroom.stress.elasticache.LocalElastiCache;
import headroom.stress.elasticache.LocalGroup;
import headroom.stress.figures.MeasuredSeries;

import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.servicequotas.ServiceQuotasClient;
import software.amazon.awssdk.services.sns.SnsClient;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Headroom as it is deployed for one group, over servers in place of ElastiCache's nodes. What is
/// around them, such as the state machine's engine and the lease table, is the rehearsal's.
public final class RealSimulation extends Simulation {
    private static final int BACKUP_RETENTION = 3;
    private static final double NODE_QUOTA = 90;

    private final Answers answers = new Answers();
    private final Ground ground;

    /// @param group that is scaled
    /// @param changes that are made to it
    /// @param series of its figures
    public record Ground(LocalGroup group, Changes changes, MeasuredSeries series) {}

    public RealSimulation(Account account, String group, Policy policy, Ground ground) {
        Settings settings = new Settings(group, policy, BACKUP_RETENTION);
        LocalElastiCache elastiCache =
                new LocalElastiCache(ground.group(), ground.changes(), account.journal());
        SimulatedCloudWatch cloudWatch = cloudWatch(ground.series(), settings, account);
        Clients clients =
                new Clients(
                        account.struck(elastiCache, ElastiCacheClient.class),
                        account.struck(cloudWatch, CloudWatchClient.class));
        Deployment deployment =
                new Deployment(
                        GroupNames.KIND,
                        group,
                        "elasticache-scale",
                        handlers(account, clients, settings),
                        List.of(addresses()));
        super(
                account,
                deployment,
                deployment.definition(_ -> {}, Map.of("BackupKey", BackupNames.key(group))),
                BranchError.INNER,
                stepFunctions ->
                        new StartScaling(
                                stepFunctions,
                                () -> account.struck(account.dynamoDb(), DynamoDbClient.class),
                                settings,
                                environment(deployment)));
        this.ground = ground;
        journal().tell(answers::take);
        ground.series().begin();
        cloudWatch.begin(this::publish);
        begin(
                answers.hear(deployment.functions()),
                stepFunctions ->
                        new Watch(
                                new Watch.Clients(
                                        account.struck(account.dynamoDb(), DynamoDbClient.class),
                                        stepFunctions,
                                        clients.cloudWatch(),
                                        clients.elastiCache(),
                                        account.struck(account.operators(), SnsClient.class)),
                                settings,
                                environment(deployment),
                                account.scheduler().clock(),
                                account.journal()::measured),
                GroupWatch.TIMES,
                _ -> {});
    }

    /// On this machine there are always enough.
    private static Deployment.Action addresses() {
        return new Deployment.Action(
                SimulatedSubnets.DESCRIBE,
                ElastiCacheFaults.DESCRIBE_SUBNETS,
                (arguments, call) -> call.succeed(SimulatedSubnets.roomy().describe(arguments)));
    }

    private record Clients(ElastiCacheClient elastiCache, CloudWatchClient cloudWatch) {}

    private static SimulatedCloudWatch cloudWatch(
            MeasuredSeries series, Settings settings, Account account) {
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
            Account account, Clients clients, Settings settings) {
        return new Handlers(
                        clients.elastiCache(),
                        clients.cloudWatch(),
                        account.struck(
                                SimulatedAutoScaling.nobody(), ApplicationAutoScalingClient.class),
                        account.struck(new SimulatedQuotas(NODE_QUOTA), ServiceQuotasClient.class),
                        settings,
                        account.scheduler().clock(),
                        account.journal()::measured)
                .all();
    }

    private static StackEnvironment environment(Deployment deployment) {
        return new StackEnvironment(
                deployment.stateMachineArn(),
                deployment.leaseTable(),
                deployment.leaseKey(),
                Deployment.OPERATORS);
    }

    public Answers answers() {
        return answers;
    }

    /// The calls that changed the group, in order.
    public List<String> calls() {
        return journal().calls(LocalElastiCache.CHANGES).stream()
                .map(each -> each.name() + " " + each.detail())
                .toList();
    }

    /// How many runs have ended.
    public long ended() {
        return executions().stream().filter(each -> !each.isRunning()).count();
    }

    @Override
    public Map<String, Object> resources() {
        return Map.of("nodes by shard", ground.group().nodesByShard());
    }

    @Override
    public Map<String, String> changes() {
        return Map.of();
    }

    @Override
    public Optional<String> owed() {
        return Optional.ofNullable(lease().get("change"));
    }

    @Override
    public List<String> throttled() {
        return List.of();
    }

    @Override
    public Set<String> taskCalls() {
        return Set.of();
    }

    @Override
    public Glance glance() {
        return Glance.NOTHING;
    }

    @Override
    public String outcome() {
        return String.join(", ", calls());
    }
}
