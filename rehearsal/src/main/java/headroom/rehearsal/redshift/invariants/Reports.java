package headroom.rehearsal.redshift.invariants;

import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.simulated.faults.Fault;
import headroom.simulated.faults.FaultKinds;
import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What can be known of reports from the faults of a scenario.
final class Reports {
    private static final Set<String> OF_LATE_REPORTS =
            Set.of("sns.Publish", "dynamodb.UpdateItem", "event.Watch", "delivery.Watch");

    private static final Pattern LATE = Pattern.compile("The report (\\S+) ");

    private Reports() {}

    /// Whether a fault for good keeps reports from their topic.
    static boolean cannotArrive(RedshiftSimulation simulation) {
        return simulation.faults().planned(FaultKinds.PUBLISH).stream()
                .anyMatch(each -> each.isForGood() && each.what().endsWith("BEFORE"));
    }

    /// Whether some publication worked and its answer was lost, so that it had to be repeated; or
    /// the watch published, and could not take down that it did.
    static boolean mayComeTwice(RedshiftSimulation simulation) {
        return simulation.faults().planned().stream().anyMatch(Reports::repeats);
    }

    private static boolean repeats(Fault fault) {
        return fault.place().equals(FaultKinds.PUBLISH)
                ? !fault.what().endsWith("BEFORE")
                : OF_LATE_REPORTS.contains(fault.place());
    }

    /// Whether a report says that tasks do not run, so that from now on a person has to act.
    static boolean callsForAPerson(Entry entry) {
        return entry.kind() == Kind.REPORT && entry.name().contains("CRITICAL");
    }

    /// Whether it is about no run: a warning, tasks that broke down long after their run, or the
    /// answer to a message that started none.
    static boolean isWarning(Entry report) {
        return report.name().startsWith("Headroom WARNING")
                || report.name().contains("DMS tasks NOT running, given up")
                || report.name().startsWith("Headroom: the answer to a message");
    }

    /// The name of the run that a report is about. The watch publishes late what a run could not,
    /// and says in it whose it is.
    static String run(Entry report) {
        if (!report.by().isEmpty()) {
            return report.by();
        }
        Matcher late = LATE.matcher(report.detail());
        return late.lookingAt() ? late.group(1) : "nobody";
    }

    /// By its ARN counts as well: a very long name is cut.
    static boolean names(String task, String report, RedshiftSimulation simulation) {
        return report.contains(task)
                || simulation.dms().tasks().stream()
                        .filter(each -> each.name().equals(task))
                        .anyMatch(each -> report.contains(each.arn()));
    }
}
