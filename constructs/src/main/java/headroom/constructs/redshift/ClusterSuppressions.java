package headroom.constructs.redshift;

import static headroom.constructs.workflow.Suppression.ANYTHING;
import static headroom.constructs.workflow.Suppression.wildcard;

import headroom.constructs.workflow.Suppression;
import headroom.redshift.cluster.ConfirmResized;
import headroom.redshift.cluster.ConfirmSnapshot;
import headroom.redshift.cluster.ConfirmWritable;
import headroom.redshift.cluster.RemovePrecopy;
import headroom.redshift.cluster.ResizeCluster;
import headroom.redshift.cluster.RunSnapshot;
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
import headroom.redshift.trigger.StartResize;
import headroom.redshift.watch.Watch;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What is answered to the rules of cdk-nag for a cluster's installation.
public final class ClusterSuppressions {
    private static final String NOTHING_NARROWER =
            "The service knows no resource for this read, or not in every partition; see"
                    + " RedshiftStatements.";
    private static final String DELIVERS_LOGS =
            "CloudWatch Logs knows no narrower right to deliver a service's logs.";
    private static final String ANY_TASK =
            "Which tasks write to the cluster is known only when a run looks, and a task's ARN"
                    + " holds nothing of its endpoint.";

    private static final List<Class<?>> STEPS =
            List.of(
                    PlanResize.class,
                    PauseReplication.class,
                    ConfirmPaused.class,
                    TakeSnapshot.class,
                    ConfirmSnapshot.class,
                    RemovePrecopy.class,
                    ResizeCluster.class,
                    ConfirmResized.class,
                    ConfirmWritable.class,
                    ResumeReplication.class,
                    ConfirmResumed.class,
                    ForgetTasks.class,
                    ComposeReport.class);

    private static final List<Class<?>> OF_DRILLS =
            List.of(
                    PlanDrill.class,
                    RestoreCopy.class,
                    ConfirmCopy.class,
                    ResizeCopy.class,
                    ConfirmCopyResized.class,
                    DeleteCopy.class,
                    ConfirmDeleted.class,
                    ComposeDrillReport.class);

    private static final Set<Class<?>> LOOK_AT_NOTHING =
            Set.of(RemovePrecopy.class, ForgetTasks.class);

    private ClusterSuppressions() {}

    public static List<Suppression> of(RedshiftHeadroom headroom) {
        return Stream.concat(
                        ofRuns(headroom),
                        headroom.getDrillStateMachine().isPresent()
                                ? ofDrills(headroom)
                                : Stream.empty())
                .toList();
    }

    private static Stream<Suppression> ofRuns(RedshiftHeadroom headroom) {
        String cluster = headroom.getConfiguration().cluster();
        String tasks = Suppression.arn(headroom, "dms", "task:*");
        String serverless = Suppression.arn(headroom, "dms", "replication-config:*");
        String named = "A snapshot is named after its run; the prefix is this cluster's.";
        Stream<Suppression> reads =
                Stream.concat(
                                STEPS.stream().filter(each -> !LOOK_AT_NOTHING.contains(each)),
                                Stream.of(Watch.class))
                        .map(each -> wildcard(each, NOTHING_NARROWER, ANYTHING));
        Stream<Suppression> acts =
                Stream.of(
                        wildcard(PlanResize.class, ANY_TASK, tasks, serverless),
                        wildcard(PauseReplication.class, ANY_TASK, tasks, serverless),
                        wildcard(ResumeReplication.class, ANY_TASK, tasks, serverless),
                        wildcard(
                                TakeSnapshot.class,
                                named,
                                snapshots(headroom, RunSnapshot.PRECOPY.prefix(cluster) + "*"),
                                snapshots(headroom, RunSnapshot.BACKUP.prefix(cluster) + "*")),
                        wildcard(
                                RemovePrecopy.class,
                                named,
                                snapshots(headroom, RunSnapshot.PRECOPY.prefix(cluster) + "*")));
        Stream<Suppression> others =
                Stream.of(
                        Suppression.executions(Watch.class, headroom, headroom.getStateMachine()),
                        Suppression.ofStateMachine("", DELIVERS_LOGS, ANYTHING));
        Stream<Suppression> ofAny =
                Suppression.ofAny(
                        new Suppression.Functions(STEPS, List.of(StartResize.class, Watch.class)));
        return Stream.of(reads, acts, others, ofAny).flatMap(each -> each);
    }

    private static Stream<Suppression> ofDrills(RedshiftHeadroom headroom) {
        Stream<Suppression> reads =
                OF_DRILLS.stream()
                        .filter(each -> !each.equals(ComposeDrillReport.class))
                        .map(each -> wildcard(each, NOTHING_NARROWER, ANYTHING));
        Stream<Suppression> others =
                Stream.of(
                        wildcard(
                                RestoreCopy.class,
                                "A copy is restored from the newest snapshot of this cluster,"
                                        + " whoever took it.",
                                snapshots(headroom, "*")),
                        wildcard(
                                Watch.class,
                                "The drill that holds its lease, of this state machine alone.",
                                Suppression.arn(
                                        headroom,
                                        "states",
                                        "execution:%s:*"
                                                .formatted(
                                                        headroom.getConfiguration()
                                                                .names()
                                                                .drillStateMachine()))),
                        Suppression.ofStateMachine("Drill/", DELIVERS_LOGS, ANYTHING));
        return Stream.of(
                        reads,
                        others,
                        Suppression.noTrace("Drill/"),
                        Suppression.of(new Suppression.Functions(OF_DRILLS, List.of())))
                .flatMap(each -> each);
    }

    private static String snapshots(RedshiftHeadroom headroom, String names) {
        return Suppression.arn(
                headroom,
                "redshift",
                "snapshot:%s/%s".formatted(headroom.getConfiguration().cluster(), names));
    }
}
