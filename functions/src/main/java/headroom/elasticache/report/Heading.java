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
            return "Headroom CRITICAL: a change may be under way and is not watched, GROUP";
        }
        return switch (run.outcome()) {
            case IMPROVED -> "Headroom: GROUP was scaled, and it helped";
            case NOT_IMPROVED -> "Headroom WARNING: GROUP was scaled, and it did NOT help";
            case WORSE -> "Headroom WARNING: GROUP was scaled, and it is worse than before";
            case UNMEASURED -> "Headroom: GROUP was scaled; its effect could not be measured";
            case MIGRATING -> "Headroom: GROUP is on its way to cluster mode";
            case MIGRATED -> "Headroom: GROUP has another cluster mode";
            case RECOVERED -> "Headroom: GROUP had a run that ended early; no change was left";
            case PLANNED ->
                    run.plan() instanceof Plan.NotYet
                            ? "Headroom: GROUP cannot be scaled just yet (plan only)"
                            : "Headroom: GROUP could be scaled (plan only)";
            case UNNEEDED -> "Headroom: GROUP needs no step";
            case TOLD -> told(run);
            case ASKED -> "Headroom: GROUP asks whether to scale";
            case DEFERRED -> "Headroom: GROUP will be scaled when its window opens";
            case REFUSED -> "Headroom: GROUP was NOT scaled: refused by plan";
            case FAILED -> failed(run);
            case DECLINED -> "Headroom: a message was declined, as the lease is held, GROUP";
        };
    }

    private static String failed(ComposeReport.Input run) {
        if (run.isUnfinished()) {
            return "Headroom WARNING: GROUP has a step that did not come to its end";
        }
        return run.done().isScaled()
                ? "Headroom: GROUP was scaled, though its run had failed"
                : "Headroom: GROUP was NOT scaled";
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
                                            "Headroom: GROUP has figures that do not tell enough";
                                    case SPIKE ->
                                            "Headroom: GROUP was busy for a while, and is not"
                                                    + " now";
                                    case BUSY_NODE ->
                                            "Headroom: GROUP has a busy node, and nothing is"
                                                    + " scaled for it";
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
                                            "Headroom: GROUP has a fault that scaling does not"
                                                    + " cure";
                                })
                .orElse("Headroom: GROUP has a fault that scaling does not cure");
    }
}
