package headroom.elasticache.report;

import headroom.elasticache.plan.Plan;

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
            case TOLD -> "Headroom: CLUSTER has a fault that scaling does not cure";
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
}
