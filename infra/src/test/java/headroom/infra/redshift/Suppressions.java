package headroom.infra.redshift;

import static headroom.infra.Suppression.ANYTHING;
import static headroom.infra.Suppression.HERE;
import static headroom.infra.Suppression.wildcard;

import headroom.infra.Suppression;
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
import headroom.redshift.trigger.StartResize;
import headroom.redshift.watch.Watch;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What is answered to the rules of cdk-nag for a cluster's stack.
public final class Suppressions {
    private static final String NOTHING_NARROWER =
            "The service knows no resource for this read, or not in every partition; see"
                    + " RedshiftStatements.";
    private static final String ANY_TASK =
            "Which tasks write to the cluster is known only when a run looks, and a task's ARN"
                    + " holds nothing of its endpoint.";

    private static final String DELIVERY =
            "CloudWatch Logs knows no narrower right to deliver a service's logs.";

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

    private static final List<Class<?>> STEPS_OF_DRILLS =
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

    private Suppressions() {}

    /// All of them, for a cluster without drills.
    public static List<Suppression> all(String cluster) {
        String tasks = "Resource::arn:<AWS::Partition>:dms:" + HERE + "task:*";
        String serverless = "Resource::arn:<AWS::Partition>:dms:" + HERE + "replication-config:*";
        String snapshots =
                "Resource::arn:<AWS::Partition>:redshift:"
                        + HERE
                        + "snapshot:%s/headroom-".formatted(cluster);
        String precopies = snapshots + "precopy-%s-*".formatted(cluster);
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
                        wildcard(TakeSnapshot.class, named, precopies, snapshots + cluster + "-*"),
                        wildcard(RemovePrecopy.class, named, precopies));
        Stream<Suppression> others =
                Stream.of(
                        Suppression.executions(Watch.class),
                        Suppression.ofStateMachine("", DELIVERY, ANYTHING));
        Stream<Suppression> ofAny =
                Suppression.ofAny(
                        new Suppression.Functions(STEPS, List.of(StartResize.class, Watch.class)));
        return Stream.of(reads, acts, others, ofAny).flatMap(each -> each).toList();
    }

    /// All of them, for a cluster with drills.
    public static List<Suppression> allWithDrills(String cluster) {
        String machine = "headroom-redshift_drill-" + cluster;
        Stream<Suppression> reads =
                STEPS_OF_DRILLS.stream()
                        .filter(each -> each != ComposeDrillReport.class)
                        .map(each -> wildcard(each, NOTHING_NARROWER, ANYTHING));
        Stream<Suppression> acts =
                Stream.of(
                        wildcard(
                                RestoreCopy.class,
                                "A copy is restored from the newest snapshot of this cluster,"
                                        + " whoever took it.",
                                "Resource::arn:<AWS::Partition>:redshift:"
                                        + HERE
                                        + "snapshot:%s/*".formatted(cluster)),
                        wildcard(
                                Watch.class,
                                "The drill that holds its lease, of this state machine alone.",
                                "Resource::arn:<AWS::Partition>:states:"
                                        + HERE
                                        + "execution:%s:*".formatted(machine)),
                        Suppression.ofStateMachine("Drill/", DELIVERY, ANYTHING));
        Stream<Suppression> ofAny =
                Suppression.ofAnother(
                        "Drill/", new Suppression.Functions(STEPS_OF_DRILLS, List.of()));
        return Stream.of(all(cluster).stream(), reads, acts, ofAny).flatMap(each -> each).toList();
    }
}
