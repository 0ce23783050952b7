package headroom.elasticache.report;

import headroom.elasticache.diagnosis.Finding;
import headroom.elasticache.plan.Plan;

import java.util.Optional;

/// What a report is called: its subject, and its section in the runbook.
final class Heading {
    private Heading() {}

    static String of(ComposeReport.Input run) {
        if (run.done().owed()) {
            // The group comes last, so that a long name cuts off nothing that matters.
            return "Headroom CRITICAL: a change may be under way and is not watched, CLUSTER";
        }
        return switch (run.outcome()) {
            case IMPROVED -> "Headroom: CLUSTER was scaled, and it helped";
            case NOT_IMPROVED -> "Headroom WARNING: CLUSTER was scaled, and it did NOT help";
            case WORSE -> "Headroom WARNING: CLUSTER was scaled, and it is worse than before";
            case UNMEASURED -> "Headroom: CLUSTER was scaled; its effect could not be measured";
            case RECOVERED -> "Headroom: CLUSTER had a run that ended early; no change was left";
            case PLANNED ->
                    run.plan() instanceof Plan.NotYet
                            ? "Headroom: CLUSTER cannot be scaled just yet (plan only)"
                            : "Headroom: CLUSTER could be scaled (plan only)";
            case UNNEEDED -> "Headroom: CLUSTER needs no step";
            case TOLD -> told(run);
            case ASKED -> "Headroom: CLUSTER asks whether to scale";
            case DEFERRED -> "Headroom: CLUSTER will be scaled when its window opens";
            case REFUSED -> "Headroom: CLUSTER was NOT scaled: refused by plan";
            case FAILED ->
                    run.done().isScaled()
                            ? "Headroom: CLUSTER was scaled, though its run had failed"
                            : "Headroom: CLUSTER was NOT scaled";
            case DECLINED -> "Headroom: a message was declined, as the lease is held, CLUSTER";
        };
    }

    private static String told(ComposeReport.Input run) {
        return Optional.ofNullable(run.plan())
                .flatMap(Plan::basis)
                .flatMap(each -> each.findings().stream().findFirst())
                .map(Finding::kind)
                .map(
                        kind ->
                                switch (kind) {
                                    case UNKNOWN ->
                                            "Headroom: CLUSTER has figures that do not tell enough";
                                    case SPIKE ->
                                            "Headroom: CLUSTER was busy for a while, and is not"
                                                    + " now";
                                    case CONNECTION_CHURN,
                                            REPLICAS_REDIRECT,
                                            REPLICAS_UNUSED,
                                            PRIMARY_UNDERUSED,
                                            NETWORK_BOUND,
                                            MEMORY_BOUND,
                                            BIG_KEY,
                                            HOT_SLOTS,
                                            HOT_READS,
                                            HOT_KEY,
                                            BUSY_READS,
                                            BUSY,
                                            CONNECTIONS ->
                                            "Headroom: CLUSTER has a fault that scaling does not"
                                                    + " cure";
                                })
                .orElse("Headroom: CLUSTER has a fault that scaling does not cure");
    }
}
