package headroom.constructs.elasticache;

import static headroom.constructs.workflow.Suppression.ANYTHING;
import static headroom.constructs.workflow.Suppression.wildcard;

import headroom.constructs.workflow.Suppression;
import headroom.elasticache.effect.MeasureEffect;
import headroom.elasticache.group.BackupNames;
import headroom.elasticache.group.ConfirmBackup;
import headroom.elasticache.group.ConfirmScaled;
import headroom.elasticache.group.RemoveBackups;
import headroom.elasticache.group.ScaleCache;
import headroom.elasticache.group.TakeBackup;
import headroom.elasticache.plan.PlanScaling;
import headroom.elasticache.report.ComposeReport;
import headroom.elasticache.trigger.StartScaling;
import headroom.elasticache.watch.Watch;

import java.util.List;
import java.util.stream.Stream;

/// What is answered to the rules of cdk-nag for a group's installation.
public final class GroupSuppressions {
    private static final String NO_RESOURCE =
            "The service knows no resource for this read; see CacheStatements.";
    private static final String OF_ALL_GROUPS =
            "ElastiCache lists the nodes of all groups alone, and a search for backups is one among"
                    + " all of them.";
    private static final String WHICH_IS_SEEN =
            "Which subnet group is the group's is known only when a run looks.";
    private static final String NAMED =
            "A backup is named after its run; the prefix is this group's.";

    private static final List<Class<?>> STEPS =
            List.of(
                    PlanScaling.class,
                    TakeBackup.class,
                    ConfirmBackup.class,
                    ScaleCache.class,
                    ConfirmScaled.class,
                    MeasureEffect.class,
                    ComposeReport.class,
                    RemoveBackups.class);

    private GroupSuppressions() {}

    public static List<Suppression> of(ElastiCacheHeadroom headroom) {
        String allNodes = arn(headroom, "cluster:*");
        String allBackups = arn(headroom, "snapshot:*");
        String group = headroom.getConfiguration().group();
        String own = arn(headroom, "snapshot:" + BackupNames.prefix(group) + "*");
        Stream<Suppression> metrics =
                Stream.of(PlanScaling.class, ConfirmScaled.class, MeasureEffect.class, Watch.class)
                        .map(each -> wildcard(each, NO_RESOURCE, ANYTHING));
        Stream<Suppression> nodes =
                Stream.of(
                                PlanScaling.class,
                                TakeBackup.class,
                                ConfirmBackup.class,
                                ScaleCache.class,
                                ConfirmScaled.class,
                                MeasureEffect.class,
                                Watch.class)
                        .map(each -> wildcard(each, OF_ALL_GROUPS, allNodes));
        Stream<Suppression> backups =
                Stream.of(
                                PlanScaling.class,
                                TakeBackup.class,
                                ConfirmBackup.class,
                                RemoveBackups.class)
                        .map(each -> wildcard(each, OF_ALL_GROUPS, allBackups));
        Stream<Suppression> others =
                Stream.of(
                        wildcard(PlanScaling.class, WHICH_IS_SEEN, arn(headroom, "subnetgroup:*")),
                        wildcard(TakeBackup.class, NAMED, own),
                        wildcard(RemoveBackups.class, NAMED, own),
                        Suppression.executions(Watch.class, headroom, headroom.getStateMachine()),
                        Suppression.ofStateMachine(
                                "",
                                "CloudWatch Logs knows no narrower right to deliver a service's"
                                        + " logs, nor EC2 to look at subnets.",
                                ANYTHING));
        Stream<Suppression> ofAny =
                Suppression.ofAny(
                        new Suppression.Functions(STEPS, List.of(StartScaling.class, Watch.class)));
        return Stream.of(metrics, nodes, backups, others, ofAny).flatMap(each -> each).toList();
    }

    private static String arn(ElastiCacheHeadroom headroom, String resource) {
        return Suppression.arn(headroom, "elasticache", resource);
    }
}
