package headroom.constructs.elasticache;

import static headroom.constructs.workflow.Functions.row;

import headroom.constructs.workflow.Functions;
import headroom.elasticache.effect.MeasureEffect;
import headroom.elasticache.group.ConfirmBackup;
import headroom.elasticache.group.ConfirmScaled;
import headroom.elasticache.group.RemoveBackups;
import headroom.elasticache.group.ScaleCache;
import headroom.elasticache.group.TakeBackup;
import headroom.elasticache.plan.PlanScaling;
import headroom.elasticache.report.ComposeReport;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.lambda.Alias;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The functions behind the states, and all that each of them may do.
record StepRights(CacheStatements may) {
    /// The figures of five hundred nodes are twenty-one calls, each of which the SDK repeats when
    /// it is throttled. Below the timeout of the states, so that it is Lambda that gives up first
    /// and the state is repeated when nobody works on it any more.
    private static final Duration TIMEOUT = Duration.minutes(5);

    private List<Functions.Row> table() {
        return List.of(
                row(
                        PlanScaling.class,
                        may.seeGroup(),
                        may.seeNodes(),
                        may.seeTags(),
                        may.seeLargerTypes(),
                        may.seeSubnetGroup(),
                        may.seeUpdates(),
                        may.seeBackups(),
                        may.seeFigures(),
                        may.seeOtherScaling(),
                        may.seeQuota(),
                        may.seeDefaultQuota()),
                row(
                        TakeBackup.class,
                        may.seeGroup(),
                        may.seeNodes(),
                        may.seeBackups(),
                        may.takeBackup()),
                row(ConfirmBackup.class, may.seeGroup(), may.seeNodes(), may.seeBackups()),
                new Functions.Row(ScaleCache.class, scale()),
                row(ConfirmScaled.class, may.seeGroup(), may.seeNodes(), may.seeFigures()),
                row(MeasureEffect.class, may.seeGroup(), may.seeNodes(), may.seeFigures()),
                row(ComposeReport.class),
                row(RemoveBackups.class, may.seeBackups(), may.removeBackups()));
    }

    private List<PolicyStatement> scale() {
        return Stream.of(
                        List.of(may.seeGroup(), may.seeNodes(), may.addReplicas(), may.reshard()),
                        may.changeNodeType(),
                        may.switchMode())
                .flatMap(List::stream)
                .toList();
    }

    /// The functions by their handlers' simple names, which are the names in the definition.
    Map<String, Alias> create(Functions functions) {
        return functions.create(table(), TIMEOUT);
    }
}
