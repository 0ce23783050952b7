package headroom.rehearsal.invariants;

import headroom.rehearsal.faults.Kinds;
import headroom.rehearsal.story.Stage;

/// What can be known of reports from the faults of a story.
final class Reports {
    private Reports() {}

    /// Whether a fault for good keeps reports from their topic.
    static boolean cannotArrive(Stage stage) {
        return stage.faults().planned(Kinds.PUBLISH).stream()
                .anyMatch(each -> each.isForGood() && each.what().endsWith("BEFORE"));
    }

    /// Whether some publication worked and its answer was lost, so that it had to be repeated.
    static boolean mayComeTwice(Stage stage) {
        return stage.faults().planned(Kinds.PUBLISH).stream()
                .anyMatch(each -> !each.what().endsWith("BEFORE"));
    }
}
