package headroom.redshift.report;

import headroom.redshift.Outcome;
import headroom.redshift.plan.Plan;
import headroom.redshift.replication.Forgotten;
import headroom.redshift.replication.PausedTask;
import headroom.redshift.replication.TaskWords;
import headroom.report.Asked;
import headroom.report.Mail;
import headroom.text.Listing;
import headroom.text.Moment;
import headroom.text.Span;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What a report says of the tasks.
final class Replicating {
    private Replicating() {}

    static String of(ComposeReport.Input run, Instant now) {
        List<String> lines = new ArrayList<>();
        lines.add(told(run, now));
        if (!run.pause().forgotten().isEmpty()) {
            lines.add(
                    "Forgotten, and so not started: "
                            + Listing.of(
                                    run.pause().forgotten().stream()
                                            .map(Forgotten::sentence)
                                            .toList())
                            + ". They stay as they are.");
        }
        boolean asked = run.pause().owed() || run.pause().isRecorded();
        if (asked && run.plan() instanceof Plan.Resize resize && !resize.leaveAlone().isEmpty()) {
            lines.add(
                    "Left alone, as they were not running before: "
                            + Listing.of(resize.leaveAlone())
                            + ".");
        }
        return String.join("\n", lines);
    }

    private static String told(ComposeReport.Input run, Instant now) {
        Pause pause = run.pause();
        if (pause.owed()) {
            return owed(pause, now);
        }
        if (run.outcome() == Outcome.DECLINED || run.outcome() == Outcome.UNDONE) {
            return "It was not touched by this message.";
        }
        if (!pause.isRecorded()) {
            return Mail.NOT_TOUCHED;
        }
        String seen = pause.replication() == null ? "" : pause.replication() + " ";
        return "%s %sTasks: %s.".formatted(length(run), seen, names(pause.tasks()));
    }

    private static String length(ComposeReport.Input run) {
        if (!run.seen().tasksStood()) {
            return "They were running when Headroom came to start them.";
        }
        return run.pause()
                .length()
                .map(each -> length(run.asked(), new Span(each)))
                .orElse("It is not known how long the pause took.");
    }

    /// What broke down was put on record some time after it did.
    private static String length(Asked asked, Span length) {
        return asked.recovers()
                ? "It took %s from the record until the last one ran.".formatted(length)
                : "The pause took %s.".formatted(length);
    }

    private static String owed(Pause pause, Instant now) {
        String why = pause.failure() == null ? "" : " " + pause.failure().sentence();
        if (pause.tasks().isEmpty()) {
            return "It is not known whether tasks are stopped." + why;
        }
        String since =
                pause.from() == null
                        ? ""
                        : ", on record since %s, %s ago"
                                .formatted(
                                        Moment.of(pause.from()),
                                        new Span(Duration.between(pause.from(), now)));
        if (pause.standing().isEmpty()) {
            return "It is not known whether these run: %s%s.%s"
                    .formatted(TaskWords.tasks(pause.tasks().size()), since, why);
        }
        return "NOT running: %d of %s%s.%s"
                .formatted(
                        pause.standing().size(), TaskWords.tasks(pause.tasks().size()), since, why);
    }

    private static String names(List<PausedTask> tasks) {
        return tasks.isEmpty() ? "none" : Listing.of(tasks.stream().map(PausedTask::name).toList());
    }
}
