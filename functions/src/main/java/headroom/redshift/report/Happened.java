package headroom.redshift.report;

import headroom.redshift.plan.Plan;

import java.util.List;

/// The first part of a report.
final class Happened {
    /// A recovery has no plan, so it does not know which tasks those are; and a run before it may
    /// have started them.
    private static final String DOUBLED =
            "Rows may have doubled, where a task does not have ApplyErrorInsertPolicy"
                    + " INSERT_RECORD: see docs/doubled-rows.md.";

    private Happened() {}

    static String of(ComposeReport.Input run) {
        String planned = run.plan() == null ? "" : inWords(run.plan()) + "\n";
        return switch (run.outcome()) {
            case RESIZED ->
                    planned
                            + (run.pause().owed()
                                    ? "The cluster was resized, and then its replication did not"
                                            + " come back."
                                    : "The run did what was planned.");
            case RECOVERED -> recovered(run);
            case PLANNED -> planned + "Only a plan was made.";
            case UNNEEDED, ASKED, DEFERRED, REFUSED -> planned.strip();
            case ANNOUNCED -> planned + "The resize begins now; a report follows at its end.";
            case FAILED -> planned + failed(run);
            case DECLINED ->
                    "A message was not carried out, because the lease is held: by a run that is at"
                            + " work, or by one that ended without freeing it.";
            case UNDONE ->
                    "Tasks were to be forgotten, and their record could not be changed. "
                            + sentence(run);
        };
    }

    private static String failed(ComposeReport.Input run) {
        String sentence = sentence(run);
        return run.asked().recovers()
                ? "The recovery could not bring replication back. %s %s"
                        .formatted(sentence, DOUBLED)
                : "The run failed. " + sentence;
    }

    private static String sentence(ComposeReport.Input run) {
        return run.failure() == null ? "" : run.failure().sentence();
    }

    private static String inWords(Plan plan) {
        List<String> remarks =
                switch (plan) {
                    case Plan.Resize resize -> resize.remarks();
                    case Plan.Ask ask -> ask.proposal().remarks();
                    case Plan.Deferred deferred -> deferred.proposal().remarks();
                    case Plan.NotNeeded _, Plan.NotYet _, Plan.Refused _ -> List.of();
                };
        return remarks.isEmpty()
                ? plan.sentence()
                : plan.sentence() + "\n" + String.join("\n", remarks);
    }

    private static String recovered(ComposeReport.Input run) {
        if (run.pause().tasks().isEmpty()) {
            return "An earlier run ended without freeing its lease. No task stands on its record.";
        }
        return (run.seen().tasksStood()
                        ? "DMS tasks that Headroom had stopped, or resumed lately, did not run."
                                + " They run now."
                        : "An earlier run ended with DMS tasks on its record. They were found"
                                + " running.")
                + " "
                + DOUBLED;
    }
}
