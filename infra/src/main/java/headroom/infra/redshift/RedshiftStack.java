package headroom.infra.redshift;

import headroom.configuration.ClusterConfiguration;
import headroom.infra.workflow.Artifacts;
import headroom.infra.workflow.Foundation;
import headroom.infra.workflow.Workflow;
import headroom.redshift.ClusterNames;
import headroom.redshift.ClusterWatch;
import headroom.redshift.trigger.StartResize;
import headroom.redshift.watch.Watch;

import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.stepfunctions.StateMachine;

import java.util.List;
import java.util.Optional;

/// All that one Redshift cluster gets.
public final class RedshiftStack extends Stack {
    public RedshiftStack(App app, ClusterConfiguration configuration, Artifacts artifacts) {
        super(
                app,
                configuration.place().id(configuration.names().stack()),
                purpose(configuration).properties(configuration.place()));
        var foundation = new Foundation(this, purpose(configuration), artifacts);
        DiskAlarms alarms =
                DiskAlarms.in(this, configuration, foundation.requests(), foundation.operators());
        var may = new RedshiftStatements(this, configuration.cluster());
        Optional<Foundation.Beside> drills = drills(configuration);
        Foundation.Running running =
                foundation.run(
                        Workflow.Steps.of(
                                artifacts.definitions().resolve("redshift-resize.asl.json"),
                                new StepRights(may).create(foundation.functions())),
                        new Foundation.Starters(
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
                                drills));
        drills.ifPresent(each -> drill(each, foundation, artifacts, may));
        new Monitoring(configuration, alarms, running).in(this, foundation.operators());
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
    private static Optional<Foundation.Beside> drills(ClusterConfiguration configuration) {
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

    private static void drill(
            Foundation.Beside beside,
            Foundation foundation,
            Artifacts artifacts,
            RedshiftStatements may) {
        StateMachine stateMachine =
                foundation.run(
                        beside,
                        Workflow.Steps.of(
                                artifacts.definitions().resolve("redshift-drill.asl.json"),
                                new StepRights(may).createOfDrills(foundation.functions())));
        foundation.output(
                "DrillStateMachineArn",
                "Carries out the drills",
                stateMachine.getStateMachineArn());
        foundation.output(
                "DrillCommand",
                "Measures a resize on a copy, if the plan allows it",
                foundation.publish("'{\"drill\": true}'"));
    }

    private static Foundation.Purpose purpose(ClusterConfiguration configuration) {
        return new Foundation.Purpose(
                configuration.names().all(),
                "Headroom for the Redshift cluster " + configuration.cluster(),
                "Resize requests",
                configuration.settings().environment(),
                configuration.hosting(),
                configuration.operatorsEmail());
    }
}
