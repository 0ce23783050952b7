package headroom.infra.elasticache;

import static headroom.infra.Suppression.ANYTHING;
import static headroom.infra.Suppression.HERE;
import static headroom.infra.Suppression.wildcard;

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
import headroom.infra.Suppression;

import java.util.List;
import java.util.stream.Stream;

/// What is answered to the rules of cdk-nag for a group's stack.
public final class Suppressions {
    private static final String OF = "Resource::arn:<AWS::Partition>:elasticache:" + HERE;
    private static final String NODES = OF + "cluster:*";
    private static final String BACKUPS = OF + "snapshot:*";

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

    private Suppressions() {}

    /// All of them, for a group named user-sessions.
    public static List<Suppression> all() {
        String own = OF + "snapshot:" + BackupNames.prefix("user-sessions") + "*";
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
                        .map(each -> wildcard(each, OF_ALL_GROUPS, NODES));
        Stream<Suppression> backups =
                Stream.of(
                                PlanScaling.class,
                                TakeBackup.class,
                                ConfirmBackup.class,
                                RemoveBackups.class)
                        .map(each -> wildcard(each, OF_ALL_GROUPS, BACKUPS));
        Stream<Suppression> others =
                Stream.of(
                        wildcard(PlanScaling.class, WHICH_IS_SEEN, OF + "subnetgroup:*"),
                        wildcard(TakeBackup.class, NAMED, own),
                        wildcard(RemoveBackups.class, NAMED, own),
                        Suppression.executions(Watch.class),
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
}
