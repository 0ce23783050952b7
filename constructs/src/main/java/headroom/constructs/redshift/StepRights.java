package headroom.constructs.redshift;

import static headroom.constructs.workflow.Functions.row;

import headroom.constructs.workflow.Functions;
import headroom.redshift.cluster.ConfirmResized;
import headroom.redshift.cluster.ConfirmSnapshot;
import headroom.redshift.cluster.ConfirmWritable;
import headroom.redshift.cluster.RemovePrecopy;
import headroom.redshift.cluster.ResizeCluster;
import headroom.redshift.cluster.TakeSnapshot;
import headroom.redshift.drill.ComposeDrillReport;
import headroom.redshift.drill.ConfirmCopy;
import headroom.redshift.drill.ConfirmCopyResized;
import headroom.redshift.drill.ConfirmDeleted;
import headroom.redshift.drill.DeleteCopy;
import headroom.redshift.drill.PlanDrill;
import headroom.redshift.drill.ResizeCopy;
import headroom.redshift.drill.RestoreCopy;
import headroom.redshift.plan.PlanResize;
import headroom.redshift.replication.ConfirmPaused;
import headroom.redshift.replication.ConfirmResumed;
import headroom.redshift.replication.ForgetTasks;
import headroom.redshift.replication.PauseReplication;
import headroom.redshift.replication.ResumeReplication;
import headroom.redshift.report.ComposeReport;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.lambda.Alias;

import java.util.List;
import java.util.Map;

/// The functions behind the states, and all that each of them may do.
record StepRights(RedshiftStatements may) {
    /// Reading the tasks of a large account takes many requests, each of which the SDK repeats when
    /// it is throttled. Below the timeout of the states, so that it is Lambda that gives up first
    /// and the state is repeated when nobody works on it any more.
    private static final Duration TIMEOUT = Duration.minutes(5);

    private List<Functions.Row> table() {
        return List.of(
                row(
                        PlanResize.class,
                        may.seeCluster(),
                        may.seeResize(),
                        may.seeSizes(),
                        may.seeSnapshots(),
                        may.seeDisk(),
                        may.findLatencies(),
                        may.seeLatencies(),
                        may.seeTasks(),
                        may.seeServerless(),
                        may.seeServerlessSettings(),
                        may.seeTables(),
                        may.seeServerlessTables(),
                        may.seeEndpoints()),
                row(
                        PauseReplication.class,
                        may.seeTasks(),
                        may.seeServerless(),
                        may.stopTasks(),
                        may.stopServerless()),
                row(ConfirmPaused.class, may.seeTasks(), may.seeServerless(), may.seeEndpoints()),
                row(
                        TakeSnapshot.class,
                        may.seeCluster(),
                        may.takeSnapshot(),
                        may.seeSnapshots(),
                        may.removePrecopy()),
                row(ConfirmSnapshot.class, may.seeSnapshots()),
                row(RemovePrecopy.class, may.removePrecopy()),
                row(
                        ResizeCluster.class,
                        may.seeCluster(),
                        may.seeResize(),
                        may.seeSnapshots(),
                        may.resize()),
                row(ConfirmResized.class, may.seeCluster(), may.seeResize()),
                row(ConfirmWritable.class, may.seeCluster(), may.seeResize()),
                row(
                        ResumeReplication.class,
                        may.seeTasks(),
                        may.seeServerless(),
                        may.startTasks(),
                        may.startServerless()),
                row(ConfirmResumed.class, may.seeTasks(), may.seeServerless()),
                row(ForgetTasks.class),
                row(ComposeReport.class, may.seeDisk()));
    }

    /// None of them names the cluster.
    private List<Functions.Row> ofDrills() {
        return List.of(
                row(
                        PlanDrill.class,
                        may.seeCluster(),
                        may.seeSizes(),
                        may.seeSnapshots(),
                        may.seeDisk()),
                row(RestoreCopy.class, may.seeCluster(), may.restoreCopy(), may.seeNetwork()),
                row(ConfirmCopy.class, may.seeCluster(), may.tagCopy()),
                row(
                        ResizeCopy.class,
                        may.seeCluster(),
                        may.seeCopysResize(),
                        may.seeSnapshots(),
                        may.resizeCopy()),
                row(ConfirmCopyResized.class, may.seeCluster(), may.seeCopysResize()),
                row(DeleteCopy.class, may.seeCluster(), may.deleteCopy()),
                row(ConfirmDeleted.class, may.seeCluster()),
                row(ComposeDrillReport.class));
    }

    /// The functions of drills, in the same way.
    Map<String, Alias> createOfDrills(Functions functions) {
        return functions.create(ofDrills(), TIMEOUT);
    }

    /// The functions by their handlers' simple names, which are the names in the definition.
    Map<String, Alias> create(Functions functions) {
        return functions.create(table(), TIMEOUT);
    }
}
