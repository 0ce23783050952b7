package headroom.report;

import headroom.plan.Plan;
import headroom.replication.Forgotten;
import headroom.replication.Listing;
import headroom.replication.PausedTask;

import java.time.Duration;
import java.util.List;

/// What a report says of the tasks.
final class ReplicationPart {
    private ReplicationPart() {}

    static String of(ComposeReport.Input input) {
        return told(input) + forgotten(input) + leftAlone(input);
    }

    private static String told(ComposeReport.Input input) {
        if (input.owed()) {
            String why =
                    input.resumeFailure() == null ? "" : " " + input.resumeFailure().sentence();
            return "Tasks that Headroom stopped are NOT all running again: %s.%s"
                    .formatted(names(input), why);
        }
        if (!ComposeReport.paused(input)) {
            return "It was not touched.";
        }
        String seen = input.replication() == null ? "" : input.replication() + " ";
        return "Paused for %s. %sTasks: %s.".formatted(pause(input), seen, names(input));
    }

    private static String forgotten(ComposeReport.Input input) {
        return input.forgotten().isEmpty()
                ? ""
                : "\nForgotten, and so not started: "
                        + Listing.of(input.forgotten().stream().map(Forgotten::sentence).toList())
                        + ". They stay as they are.";
    }

    private static String leftAlone(ComposeReport.Input input) {
        boolean asked = input.owed() || ComposeReport.paused(input);
        return asked && input.plan() instanceof Plan.Resize resize && !resize.leaveAlone().isEmpty()
                ? "\nLeft alone, as they were not running before: "
                        + Listing.of(resize.leaveAlone())
                        + "."
                : "";
    }

    private static String names(ComposeReport.Input input) {
        List<String> names = input.tasks().stream().map(PausedTask::name).toList();
        return names.isEmpty() ? "none" : Listing.of(names);
    }

    private static String pause(ComposeReport.Input input) {
        if (input.pausedAt() == null || input.resumedAt() == null) {
            return "an unknown time";
        }
        Duration pause = Duration.between(input.pausedAt(), input.resumedAt());
        return "%d min %d s".formatted(pause.toMinutes(), pause.toSecondsPart());
    }
}
