package headroom.constructs.elasticache;

import headroom.configuration.GroupConfiguration;
import headroom.constructs.workflow.Artifacts;
import headroom.constructs.workflow.Foundation;
import headroom.constructs.workflow.Properties;
import headroom.constructs.workflow.Surroundings;
import headroom.constructs.workflow.Workflow;
import headroom.elasticache.CacheSettings;
import headroom.elasticache.GroupWatch;
import headroom.elasticache.Policy.ClientFaults;
import headroom.elasticache.Policy.Migration;
import headroom.elasticache.Policy.Mode;
import headroom.elasticache.Policy.ReadsMayMiss;
import headroom.elasticache.group.BackupNames;
import headroom.elasticache.trigger.StartScaling;
import headroom.elasticache.watch.Watch;
import headroom.settings.Switch;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

import java.util.List;
import java.util.Map;

/// All that one replication group gets.
///
/// What is deployed is named after the group, so a group has one of these in its account and
/// region; several groups may share a stack. With the id `Default` in a stack named
/// `headroom-elasticache-GROUP` it is what Headroom's own app deploys, to the logical id.
public final class ElastiCacheHeadroom extends Construct {
    private final GroupConfiguration configuration;
    private final Foundation foundation;
    private final StateMachine stateMachine;
    private final Dashboard dashboard;

    /// With settings that were read elsewhere, such as the context of the app.
    public ElastiCacheHeadroom(Construct scope, String id, GroupConfiguration configuration) {
        this(scope, id, configuration, Surroundings.USUAL);
    }

    ElastiCacheHeadroom(
            Construct scope,
            String id,
            GroupConfiguration configuration,
            Surroundings surroundings) {
        super(scope, id);
        this.configuration = configuration;
        foundation = new Foundation(this, purpose(configuration), surroundings);
        new ShardAlarms(configuration).in(this, foundation.requests());
        var may = new CacheStatements(Stack.of(this), configuration.settings());
        Foundation.Running running =
                foundation.run(
                        new Workflow.Steps(
                                Artifacts.definition("elasticache-scale"),
                                new StepRights(may).create(foundation.functions()),
                                Map.of("BackupKey", BackupNames.key(configuration.group())),
                                List.of(may.seeSubnets())),
                        new Foundation.Starters(
                                StartScaling.class,
                                Watch.class,
                                GroupWatch.TIMES,
                                List.of(may.seeGroup(), may.seeNodes(), may.seeFigures())));
        stateMachine = running.stateMachine();
        dashboard = new Monitoring(configuration, running).in(this, foundation.operators());
        outputs();
    }

    private void outputs() {
        foundation.output(
                "PlanOnlyCommand",
                "Reports what is wrong and what a step would do, and changes nothing",
                foundation.publish("'{\"dryRun\": true}'"));
        foundation.output(
                "ScaleNowCommand",
                "Takes a step, if the plan allows it",
                foundation.publish("now"));
        foundation.output(
                "DashboardName",
                "Shows the shards, the nodes, the runs and alarms",
                GroupDashboard.name(configuration));
    }

    private static Foundation.Purpose purpose(GroupConfiguration configuration) {
        return new Foundation.Purpose(
                configuration.names().all(),
                "Scaling requests",
                configuration.settings().environment(),
                configuration.hosting(),
                configuration.operatorsEmails());
    }

    /// The settings that it was made with.
    public GroupConfiguration getConfiguration() {
        return configuration;
    }

    /// What is published here starts a run.
    public ITopic getRequestsTopic() {
        return foundation.requests();
    }

    /// Reports and alarms are published here.
    public ITopic getOperatorsTopic() {
        return foundation.operators();
    }

    /// Carries out the runs.
    public StateMachine getStateMachine() {
        return stateMachine;
    }

    /// Shows the shards, the nodes, the runs and alarms.
    public Dashboard getDashboard() {
        return dashboard;
    }

    /// Takes the settings of a group, which mean what they mean in `cdk.json`: the same names,
    /// defaults and bounds. What is required, and all that is wrong, is told by [#build()].
    public static final class Builder extends Properties<Builder> {
        private Builder(Construct scope, String id) {
            super(scope, id);
        }

        public static Builder create(Construct scope, String id) {
            return new Builder(scope, id);
        }

        public Builder replicationGroup(String identifier) {
            return set(CacheSettings.REPLICATION_GROUP, identifier);
        }

        public Builder maxShards(int shards) {
            return set(CacheSettings.MAX_SHARDS, shards);
        }

        public Builder maxReplicasPerShard(int replicas) {
            return set(CacheSettings.MAX_REPLICAS_PER_SHARD, replicas);
        }

        public Builder largestNodeType(String nodeType) {
            return set(CacheSettings.LARGEST_NODE_TYPE, nodeType);
        }

        public Builder cpuPercent(int percent) {
            return set(CacheSettings.CPU_PERCENT, percent);
        }

        public Builder memoryPercent(int percent) {
            return set(CacheSettings.MEMORY_PERCENT, percent);
        }

        public Builder headroomFactor(double factor) {
            return set(CacheSettings.HEADROOM_FACTOR, factor);
        }

        public Builder maxStep(int shards) {
            return set(CacheSettings.MAX_STEP, shards);
        }

        public Builder mode(Mode mode) {
            return set(CacheSettings.MODE, mode);
        }

        /// In the form of `cdk.json`: `SAT,SUN 01:00-05:00 Europe/Berlin`.
        public Builder window(String hours) {
            return write(CacheSettings.WINDOW, hours);
        }

        public Builder clientFaults(ClientFaults what) {
            return set(CacheSettings.CLIENT_FAULTS, what);
        }

        public Builder replicaReadsMayMiss(ReadsMayMiss whether) {
            return set(CacheSettings.REPLICA_READS_MAY_MISS, whether);
        }

        public Builder clusterModeMigration(Migration whether) {
            return set(CacheSettings.CLUSTER_MODE_MIGRATION, whether);
        }

        public Builder backup(Switch backup) {
            return set(CacheSettings.BACKUP, backup);
        }

        public Builder backupRetention(int backups) {
            return set(CacheSettings.BACKUP_RETENTION, backups);
        }

        /// @throws headroom.configuration.WrongSettings with all that is wrong
        public ElastiCacheHeadroom build() {
            return new ElastiCacheHeadroom(
                    scope(), id(), GroupConfiguration.of(written()), surroundings());
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
