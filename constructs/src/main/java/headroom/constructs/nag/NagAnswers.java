package headroom.constructs.nag;

import headroom.constructs.elasticache.ElastiCacheHeadroom;
import headroom.constructs.elasticache.GroupSuppressions;
import headroom.constructs.redshift.ClusterSuppressions;
import headroom.constructs.redshift.RedshiftHeadroom;
import headroom.constructs.workflow.Suppression;

import java.util.List;

/// Answers what the packs AwsSolutions and Serverless find: each a rule that asks for something
/// which would do harm here, or nothing, with the reason.
public final class NagAnswers {
    private NagAnswers() {}

    public static void to(RedshiftHeadroom headroom) {
        of(headroom).forEach(each -> each.add(headroom));
    }

    public static void to(ElastiCacheHeadroom headroom) {
        of(headroom).forEach(each -> each.add(headroom));
    }

    /// What [#to(RedshiftHeadroom)] answers.
    public static List<Suppression> of(RedshiftHeadroom headroom) {
        return ClusterSuppressions.of(headroom);
    }

    /// What [#to(ElastiCacheHeadroom)] answers.
    public static List<Suppression> of(ElastiCacheHeadroom headroom) {
        return GroupSuppressions.of(headroom);
    }
}
