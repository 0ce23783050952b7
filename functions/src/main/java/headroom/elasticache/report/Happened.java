package headroom.elasticache.report;

import headroom.elasticache.Outcome;
import headroom.elasticache.diagnosis.Finding;
import headroom.elasticache.plan.Plan;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The first part of a report.
final class Happened {
    private Happened() {}

    static String of(ComposeReport.Input run) {
        String planned = run.plan() == null ? "" : inWords(run.plan()) + "\n";
        return switch (run.outcome()) {
            case IMPROVED, NOT_IMPROVED, WORSE, UNMEASURED, MIGRATED ->
                    planned + recovered(run) + run.done().effect().orElse(unmeasured(run));
            case RECOVERED ->
                    "An earlier run ended without freeing its lease. No change stands on its"
                            + " record.";
            case PLANNED -> planned + "Only a plan was made.";
            case UNNEEDED, TOLD, MIGRATING, ASKED, DEFERRED, REFUSED -> planned.strip();
            case FAILED -> planned + recovered(run) + "The run failed. " + failure(run);
            case DECLINED ->
                    "A message was not carried out, because the lease is held: by a run that is at"
                            + " work, or by one that ended without freeing it.";
        };
    }

    private static String recovered(ComposeReport.Input run) {
        return run.asked().recovers()
                ? "An earlier run ended in the midst of a change. This one has seen to it. "
                : "";
    }

    private static String unmeasured(ComposeReport.Input run) {
        return "What it did could not be measured. " + failure(run);
    }

    /// Why it failed; empty if nothing did.
    static String failure(ComposeReport.Input run) {
        return run.failure() == null ? "" : run.failure().sentence();
    }

    private static String inWords(Plan plan) {
        String more = findings(plan);
        return plan.sentence()
                + (more.isEmpty() ? "" : "\n" + more)
                + remarks(plan).stream().map("\n"::concat).collect(Collectors.joining());
    }

    /// All that hold but the one that decided, which the plan's own sentence tells.
    private static String findings(Plan plan) {
        return plan.basis().map(Plan.Basis::findings).orElse(List.of()).stream()
                .map(Finding::sentence)
                .filter(each -> !plan.sentence().contains(each))
                .filter(each -> remarks(plan).stream().noneMatch(more -> more.contains(each)))
                .collect(Collectors.joining("\n"));
    }

    private static List<String> remarks(Plan plan) {
        return switch (plan) {
            case Plan.Scale it -> it.remarks();
            case Plan.Ask it -> it.proposal().remarks();
            case Plan.Deferred it -> it.proposal().remarks();
            case Plan.Tell _,
                    Plan.NotNeeded _,
                    Plan.Migrating _,
                    Plan.Refused _,
                    Plan.NotYet _,
                    Plan.CountAddresses _ ->
                    List.of();
        };
    }

    /// The remedies of what decided and of what clients do, each once. Beside them, that of another
    /// finding would read like a choice.
    static Optional<String> remedies(ComposeReport.Input run) {
        if (run.plan() == null || run.outcome() == Outcome.UNNEEDED) {
            return Optional.empty();
        }
        List<Finding> findings = run.plan().basis().map(Plan.Basis::findings).orElse(List.of());
        String remedies =
                findings.stream()
                        .filter(
                                each ->
                                        each.equals(findings.getFirst())
                                                || each.kind().isOfClients())
                        .map(Finding::remedy)
                        .distinct()
                        .collect(Collectors.joining("\n"));
        return remedies.isEmpty() ? Optional.empty() : Optional.of(remedies);
    }
}
