package headroom.redshift.report;

import headroom.redshift.plan.Plan;

/// What a report is called: its subject, and its section in the runbook.
final class Heading {
    private Heading() {}

    static String of(ComposeReport.Input run) {
        if (run.pause().owed()) {
            // The cluster comes last, so that a long name cuts off nothing that matters.
            return isSeen(run)
                    ? "Headroom CRITICAL: DMS tasks NOT running, CLUSTER"
                    : "Headroom CRITICAL: DMS tasks may be stopped, CLUSTER";
        }
        return switch (run.outcome()) {
            case RESIZED -> "Headroom: CLUSTER was resized; replication runs";
            case RECOVERED ->
                    run.pause().tasks().isEmpty()
                            ? "Headroom: CLUSTER had a run that ended early; no task was left"
                                    + " stopped"
                            : "Headroom: CLUSTER has its replication back";
            case PLANNED ->
                    run.plan() instanceof Plan.NotYet
                            ? "Headroom: CLUSTER cannot be resized just yet (plan only)"
                            : "Headroom: CLUSTER could be resized (plan only)";
            case UNNEEDED -> "Headroom: CLUSTER needs no resize";
            case ASKED -> "Headroom: CLUSTER asks whether to resize";
            case DEFERRED -> "Headroom: CLUSTER will be resized when its window opens";
            case REFUSED -> "Headroom: CLUSTER was NOT resized: refused by plan";
            case FAILED -> failed(run);
            case ANNOUNCED -> "Headroom WARNING: a classic resize begins, CLUSTER";
            case DECLINED -> "Headroom: a message was declined, as the lease is held, CLUSTER";
            case UNDONE -> "Headroom: a message was not carried out, CLUSTER";
        };
    }

    private static boolean isSeen(ComposeReport.Input run) {
        return !run.pause().standing().isEmpty() || run.seen().resizeAsked().orElse(false);
    }

    private static String failed(ComposeReport.Input run) {
        if (hasGrown(run)) {
            return "Headroom: CLUSTER was resized, though its run had failed; replication runs";
        }
        return run.pause().isRecorded()
                ? "Headroom: CLUSTER was NOT resized; replication runs"
                : "Headroom: CLUSTER was NOT resized";
    }

    /// Whether the cluster was seen with the planned size.
    static boolean hasGrown(ComposeReport.Input run) {
        return run.plan() instanceof Plan.Resize resize
                && run.seen().nodes().filter(each -> each == resize.to()).isPresent();
    }
}
