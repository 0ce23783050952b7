package headroom.redshift.report;

import headroom.redshift.ClusterWatch;
import headroom.redshift.Settings;
import headroom.redshift.plan.Plan;
import headroom.report.Mail;
import headroom.text.Listing;
import headroom.text.Moment;
import headroom.text.Span;

import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;

/// What a person is to do now.
record Todo(Settings settings, ComposeReport.Input run, LeaseAtEnd lease, Instant now) {
    private static final String BY_ITSELF =
            """
            Headroom starts a recovery by itself within %s, and while those fail, another one about each hour. What has not \
            changed is told again after an hour, after four, and then once a day.\
            """
                    .formatted(new Span(ClusterWatch.TIMES.recoveredWithin()));

    String inWords() {
        if (run.pause().owed()) {
            return new TasksToResume(settings, run, now).inWords();
        }
        return switch (run.outcome()) {
            case RESIZED -> "Nothing before the morning. " + infrastructureAsCode();
            case RECOVERED ->
                    "To see why, look at the run that ended, or at the log of a task that broke"
                            + " down. If the alarm still stands, the watch starts another run by "
                            + nextRound()
                            + ". "
                            + again("If a person had asked for the run, ask again:");
            case PLANNED, ASKED ->
                    (run.plan() instanceof Plan.NotYet
                                    ? "A run waits for up to four hours until that has passed. To"
                                            + " start one, run"
                                    : "To carry it out, run this. The plan is made anew then, as"
                                            + " facts may have changed.")
                            + "\n"
                            + command();
            case DEFERRED ->
                    "Nothing: if the alarm still stands when the window opens, the resize begins"
                            + " then. To resize at once, whatever the window, run\n"
                            + command();
            case UNNEEDED -> Mail.NOTHING;
            case REFUSED -> refused();
            case FAILED -> failed();
            case ANNOUNCED -> announced();
            case DECLINED ->
                    """
                    See who holds it: ./headroom status %s. A run at work ends with a report. One that ended without \
                    freeing the lease is recovered within %s. After a recovery that failed, the next begins about an hour \
                    later, or at once by the command of the CRITICAL report.%s\
                    """
                            .formatted(
                                    settings.cluster(),
                                    new Span(ClusterWatch.TIMES.recoveredWithin()),
                                    // Who wanted tasks brought back did not ask for a resize.
                                    run.asked().recovers()
                                            ? ""
                                            : " "
                                                    + again(
                                                            "Then publish again, if it is still"
                                                                    + " needed:"));
            case UNDONE -> "Publish the message again.";
        };
    }

    /// The watch's first one after the quiet time.
    private String nextRound() {
        return Moment.of(lease.quietUntil().plus(ClusterWatch.TIMES.every()));
    }

    /// Asks for a resize, whatever was asked for.
    private String command() {
        return run.asked()
                .command(run.nodes().map("'{\"nodes\": %d}'"::formatted).orElse("resize"));
    }

    /// Asks for the same again: who wanted a plan alone wants no writer stopped.
    private String again(String begin) {
        if (run.asked().notUnderstood().isPresent()) {
            return "Send the message again, corrected.";
        }
        String same =
                run.asked().dryRun()
                        ? run.asked()
                                .command(
                                        "'{%s\"dryRun\": true}'"
                                                .formatted(
                                                        run.nodes()
                                                                .map("\"nodes\": %d, "::formatted)
                                                                .orElse("")))
                        : command();
        return begin + "\n" + same;
    }

    private String refused() {
        String wayOut =
                run.plan() instanceof Plan.Refused refused ? refused.wayOut() : "Look below.";
        if (isAPersons()) {
            return wayOut + "\n" + again("Then ask again:");
        }
        return wayOut
                + "\nWhile the alarm stands, Headroom looks again by "
                + nextRound()
                + ", and says the same once a day at most.";
    }

    /// Nothing comes back to what a person has wished for, and nobody knows how full the disk is.
    private boolean isAPersons() {
        return !run.asked().cause().isAutomatic();
    }

    private String failed() {
        if (Heading.hasGrown(run)) {
            return "Nothing before the morning. Then see why the run failed. "
                    + infrastructureAsCode();
        }
        if (isAPersons()) {
            return "Remove the cause of the failure. " + again("Then ask again:");
        }
        return "The disk is still filling. Remove the cause of the failure. While the alarm stands, the watch tries again by %s%s%s\n%s"
                .formatted(
                        nextRound(),
                        lease.unlessCritical() ? ", or at once if the disk becomes critical" : "",
                        run.about().isEmpty()
                                ? ". To try at once, run"
                                : "; the same failure is told after an hour, after four, and then"
                                        + " once a day. To try at once, run",
                        command());
    }

    /// The next deployment of what still says the old size would shrink the cluster again.
    private String infrastructureAsCode() {
        return run.plan() instanceof Plan.Resize resize && resize.stack() != null
                ? "Then write %d nodes into the code of the CloudFormation stack %s, which manages this cluster: otherwise its next deployment may shrink it again."
                        .formatted(resize.to(), resize.stack())
                : "If the cluster's size is written in your infrastructure code, change it there"
                        + " too.";
    }

    private String announced() {
        return "Tell those who write into the cluster. To stop it before Redshift is at work, end the run; the watch brings the tasks back within %s:\n%s\n%s"
                .formatted(
                        new Span(ClusterWatch.TIMES.recoveredWithin()),
                        run.asked().stopCommand(),
                        cancel());
    }

    private String cancel() {
        return run.plan() instanceof Plan.Resize resize && resize.canBeCancelled()
                ? "Once Redshift is at work, cancel it; at its end that is refused. The run then brings the tasks back:\n  aws redshift cancel-resize --region %s --cluster-identifier %s"
                        .formatted(run.asked().region(), settings.cluster())
                : "Once Redshift is at work, this one cannot be cancelled: its nodes are ra3 or"
                        + " rg.";
    }

    /// What a person can do about tasks that were stopped and do not run.
    private record TasksToResume(Settings settings, ComposeReport.Input run, Instant now) {

        String inWords() {
            return deadline()
                    + BY_ITSELF
                    + " To begin one at once:\n"
                    + run.asked().recoverCommand()
                    + "\n"
                    + (run.pause().tasks().isEmpty() ? "" : each() + others() + forget());
        }

        private String deadline() {
            return run.pause().logUntil(settings).map(this::until).orElse("");
        }

        private String until(Instant end) {
            return now.isBefore(end)
                    ? "The source keeps the log that the tasks resume from until about %s: for %s from now. After that they need a full load.\n"
                            .formatted(Moment.of(end), new Span(Duration.between(now, end)))
                    : "The source promised its log until %s, which is over: look whether it still has that of the pause. If not, plan a full load.\n"
                            .formatted(Moment.of(end));
        }

        private String each() {
            return "Or remove the cause, and once the cluster takes writes, start each (never with"
                    + " reload-target, which empties its tables):\n"
                    + run.pause().missing().stream()
                            .limit(Listing.MOST)
                            .map(this::start)
                            .collect(Collectors.joining());
        }

        private String start(Pause.Missing each) {
            String command = each.task().resumeCommand(run.asked().region());
            return "  %s:\n    %s\n".formatted(each.sentence(), command);
        }

        /// SNS takes 256 KiB, and nobody types 600 commands.
        private String others() {
            int more = run.pause().missing().size() - Listing.MOST;
            return more <= 0
                    ? ""
                    : "and in the same way these %d:\n".formatted(more)
                            + run.pause().missing().stream()
                                    .skip(Listing.MOST)
                                    .map(Pause.Missing::task)
                                    .map(it -> "  %s  %s\n".formatted(it.arn(), it.name()))
                                    .collect(Collectors.joining());
        }

        private String forget() {
            return """
            As long as a task is on the record, no resize can begin. One that cannot come back (its log is gone, say) is \
            forgotten by its name or ARN; what becomes of it is yours then:
            %s\
            """
                    .formatted(
                            run.asked()
                                    .command(
                                            "'{\"forget\": [\"%s\"]}'"
                                                    .formatted(
                                                            run.pause()
                                                                    .missing()
                                                                    .getFirst()
                                                                    .task()
                                                                    .name())));
        }
    }
}
