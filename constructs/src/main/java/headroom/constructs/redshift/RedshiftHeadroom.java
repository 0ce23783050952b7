package headroom.constructs.redshift;

import headroom.configuration.ClusterConfiguration;
import headroom.constructs.workflow.Artifacts;
import headroom.constructs.workflow.Foundation;
import headroom.constructs.workflow.Properties;
import headroom.constructs.workflow.Surroundings;
import headroom.constructs.workflow.Workflow;
import headroom.redshift.ClusterNames;
import headroom.redshift.ClusterWatch;
import headroom.redshift.Policy.Growth;
import headroom.redshift.Policy.InsertPolicy;
import headroom.redshift.Policy.Mode;
import headroom.redshift.Policy.OtherEndpoints;
import headroom.redshift.RedshiftSettings;
import headroom.redshift.trigger.StartResize;
import headroom.redshift.watch.Watch;
import headroom.settings.Switch;

import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.sns.ITopic;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.constructs.Construct;

import java.util.List;
import java.util.Optional;

/// All that one Redshift cluster gets.
///
/// What is deployed is named after the cluster, so a cluster has one of these in its account and
/// region; several clusters may share a stack. With the id `Default` in a stack named
/// `headroom-redshift-CLUSTER` it is what Headroom's own app deploys, to the logical id.
public final class RedshiftHeadroom extends Construct {
    private final ClusterConfiguration configuration;
    private final Foundation foundation;
    private final StateMachine stateMachine;
    private final Optional<StateMachine> drills;
    private final Dashboard dashboard;

    /// With settings that were read elsewhere, such as the context of the app.
    public RedshiftHeadroom(Construct scope, String id, ClusterConfiguration configuration) {
        this(scope, id, configuration, Surroundings.USUAL);
    }

    RedshiftHeadroom(
            Construct scope,
            String id,
            ClusterConfiguration configuration,
            Surroundings surroundings) {
        super(scope, id);
        this.configuration = configuration;
        foundation = new Foundation(this, purpose(configuration), surroundings);
        DiskAlarms alarms =
                DiskAlarms.in(this, configuration, foundation.requests(), foundation.operators());
        var may = new RedshiftStatements(Stack.of(this), configuration.cluster());
        Optional<Foundation.Beside> beside = beside(configuration);
        Foundation.Running running =
                foundation.run(
                        Workflow.Steps.of(
                                Artifacts.definition("redshift-resize"),
                                new StepRights(may).create(foundation.functions())),
                        starters(may, beside));
        stateMachine = running.stateMachine();
        drills = beside.map(each -> drill(each, may));
        dashboard = new Monitoring(configuration, alarms, running).in(this, foundation.operators());
        outputs();
    }

    private static Foundation.Starters starters(
            RedshiftStatements may, Optional<Foundation.Beside> beside) {
        return new Foundation.Starters(
                StartResize.class,
                Watch.class,
                ClusterWatch.TIMES,
                List.of(
                        may.seeAlarms(),
                        may.seeDisk(),
                        may.seeCluster(),
                        may.seeTasks(),
                        may.seeServerless(),
                        may.findLatencies(),
                        may.seeLatencies()),
                beside);
    }

    private void outputs() {
        foundation.output(
                "SourceLogRetentionHours",
                "For how long the source keeps its log, by the settings",
                Integer.toString(configuration.settings().sourceLogRetentionHours()));
        foundation.output(
                "PlanOnlyCommand",
                "Reports what a resize would do, and changes nothing",
                foundation.publish("'{\"dryRun\": true}'"));
        foundation.output(
                "ResizeNowCommand", "Resizes, if the plan allows it", foundation.publish("now"));
        foundation.output(
                "DashboardName",
                "Shows the disk, the runs, pauses and alarms",
                ClusterDashboard.name(configuration));
    }

    /// Without the node hours that one may use, there is none.
    private static Optional<Foundation.Beside> beside(ClusterConfiguration configuration) {
        ClusterNames names = configuration.names();
        return configuration
                .settings()
                .policy()
                .drillMaxNodeHours()
                .map(
                        _ ->
                                new Foundation.Beside(
                                        "Drill", names.drillStateMachine(), names.drillLeaseKey()));
    }

    private StateMachine drill(Foundation.Beside beside, RedshiftStatements may) {
        StateMachine machine =
                foundation.run(
                        beside,
                        Workflow.Steps.of(
                                Artifacts.definition("redshift-drill"),
                                new StepRights(may).createOfDrills(foundation.functions())));
        foundation.output(
                "DrillStateMachineArn", "Carries out the drills", machine.getStateMachineArn());
        foundation.output(
                "DrillCommand",
                "Measures a resize on a copy, if the plan allows it",
                foundation.publish("'{\"drill\": true}'"));
        return machine;
    }

    private static Foundation.Purpose purpose(ClusterConfiguration configuration) {
        return new Foundation.Purpose(
                configuration.names().all(),
                "Resize requests",
                configuration.settings().environment(),
                configuration.hosting(),
                configuration.operatorsEmails());
    }

    /// The settings that it was made with.
    public ClusterConfiguration getConfiguration() {
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

    /// Carries out the drills; empty without `drillMaxNodeHours`.
    public Optional<StateMachine> getDrillStateMachine() {
        return drills;
    }

    /// Shows the disk, the runs, pauses and alarms.
    public Dashboard getDashboard() {
        return dashboard;
    }

    /// Takes the settings of a cluster, which mean what they mean in `cdk.json`: the same names,
    /// defaults and bounds. What is required, and all that is wrong, is told by [#build()].
    public static final class Builder extends Properties<Builder> {
        private Builder(Construct scope, String id) {
            super(scope, id);
        }

        public static Builder create(Construct scope, String id) {
            return new Builder(scope, id);
        }

        public Builder cluster(String identifier) {
            return set(RedshiftSettings.CLUSTER, identifier);
        }

        public Builder endpoints(List<String> arns) {
            return set(RedshiftSettings.ENDPOINTS, arns);
        }

        public Builder maxNodes(int nodes) {
            return set(RedshiftSettings.MAX_NODES, nodes);
        }

        public Builder alarmPercent(int percent) {
            return set(RedshiftSettings.ALARM_PERCENT, percent);
        }

        public Builder criticalPercent(int percent) {
            return set(RedshiftSettings.CRITICAL_PERCENT, percent);
        }

        public Builder alarmMinutes(int minutes) {
            return set(RedshiftSettings.ALARM_MINUTES, minutes);
        }

        public Builder growth(Growth growth) {
            return set(RedshiftSettings.GROWTH, growth);
        }

        public Builder targetPercent(int percent) {
            return set(RedshiftSettings.TARGET_PERCENT, percent);
        }

        public Builder classicHours(int hours) {
            return set(RedshiftSettings.CLASSIC_HOURS, hours);
        }

        public Builder mode(Mode mode) {
            return set(RedshiftSettings.MODE, mode);
        }

        /// In the form of `cdk.json`: `SAT,SUN 01:00-05:00 Europe/Berlin`.
        public Builder window(String hours) {
            return write(RedshiftSettings.WINDOW, hours);
        }

        public Builder otherEndpoints(OtherEndpoints what) {
            return set(RedshiftSettings.OTHER_ENDPOINTS, what);
        }

        public Builder insertPolicy(InsertPolicy policy) {
            return set(RedshiftSettings.INSERT_POLICY, policy);
        }

        public Builder precopy(Switch precopy) {
            return set(RedshiftSettings.PRECOPY, precopy);
        }

        /// A day of the month; without it none is carried out by itself.
        public Builder drill(int dayOfMonth) {
            return set(RedshiftSettings.DRILL, Optional.of(dayOfMonth));
        }

        public Builder drillMaxNodeHours(int nodeHours) {
            return set(RedshiftSettings.DRILL_MAX_NODE_HOURS, nodeHours);
        }

        public Builder snapshotRetentionDays(int days) {
            return set(RedshiftSettings.SNAPSHOT_RETENTION_DAYS, days);
        }

        public Builder sourceLogRetentionHours(int hours) {
            return set(RedshiftSettings.SOURCE_LOG_RETENTION_HOURS, hours);
        }

        /// @throws headroom.configuration.WrongSettings with all that is wrong
        public RedshiftHeadroom build() {
            return new RedshiftHeadroom(
                    scope(),
                    id(),
                    ClusterConfiguration.of(written(), destination()),
                    surroundings());
        }

        @Override
        protected Builder self() {
            return this;
        }
    }
}
