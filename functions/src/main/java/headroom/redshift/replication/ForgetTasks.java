package headroom.redshift.replication;

import headroom.redshift.ClusterPages;
import headroom.redshift.ClusterWatch;
import headroom.redshift.Settings;
import headroom.report.Mail;
import headroom.report.Places;
import headroom.report.Report;
import headroom.run.Execution;
import headroom.step.Json;
import headroom.step.Step;
import headroom.text.Listing;
import headroom.text.Span;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Decides what is left of the record when a person asks for tasks to be taken off it. A task whose
/// log is gone cannot come back, and as long as it is on the record no resize can begin.
public final class ForgetTasks extends Step<ForgetTasks.Input> {
    private final Settings settings;
    private final Clock clock;

    /// @param execution the execution's ARN
    /// @param forget names or ARNs
    /// @param tasks the record
    /// @param forgotten what was taken off it before, in this pause
    /// @param origin what asks, for people; the same for each delivery of one message
    public record Input(
            String execution,
            List<String> forget,
            List<PausedTask> tasks,
            List<Forgotten> forgotten,
            String origin) {}

    /// @param changes whether the record is to be written
    /// @param left the record to be written, as text
    /// @param forgotten what is taken off it, as text, with what was before
    /// @param subject of what is told to operators, with its body, and that as a card
    public record Answer(
            boolean changes,
            String left,
            String forgotten,
            String subject,
            String body,
            String card) {}

    public ForgetTasks() {
        this(Settings.fromEnvironment(), Clock.systemUTC());
    }

    public ForgetTasks(Settings settings, Clock clock) {
        super(Input.class);
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Answer run(Input input) {
        List<PausedTask> taken = new ArrayList<>();
        List<String> notFound = new ArrayList<>();
        for (String wish : input.forget()) {
            List<PausedTask> found =
                    input.tasks().stream().filter(each -> isMeant(wish, each)).toList();
            // Names of more than 64 characters are cut in the record, so two may look alike.
            if (found.size() == 1) {
                taken.addAll(found);
            } else if (!found.isEmpty() || !isForgotten(wish, input)) {
                notFound.add(wish);
            }
        }
        List<PausedTask> left =
                input.tasks().stream().filter(each -> !taken.contains(each)).toList();
        List<Forgotten> forgotten =
                Stream.concat(
                                input.forgotten().stream(),
                                taken.stream().distinct().map(each -> forgotten(each, input)))
                        .toList();
        Report told = told(input, forgotten, left, notFound);
        return new Answer(
                !taken.isEmpty(),
                text(left),
                text(forgotten),
                told.subject(),
                told.body(),
                told.card().json());
    }

    private Forgotten forgotten(PausedTask task, Input input) {
        return new Forgotten(task.arn(), task.name(), input.origin(), clock.instant());
    }

    private static boolean isMeant(String wish, PausedTask task) {
        return wish.equals(task.name()) || wish.equals(task.arn());
    }

    /// By an earlier message, or by an earlier call for this one.
    private static boolean isForgotten(String wish, Input input) {
        return input.forgotten().stream()
                .anyMatch(each -> wish.equals(each.name()) || wish.equals(each.arn()));
    }

    private Report told(
            Input input, List<Forgotten> forgotten, List<PausedTask> left, List<String> notFound) {
        return new Mail(
                        notFound.isEmpty()
                                ? "Headroom: tasks were taken off the record, CLUSTER"
                                : "Headroom: some tasks are not on the record, CLUSTER",
                        "To be forgotten: %s.\n%s%s"
                                .formatted(
                                        Listing.of(input.forget()),
                                        missing(left, notFound),
                                        Mail.askedForBy(input.origin())),
                        changed(forgotten),
                        left.isEmpty()
                                ? "No task is on the record."
                                : "Still on the record: " + inWords(left) + ".",
                        next(forgotten, left))
                .to(
                        ClusterPages.MAIL,
                        settings.cluster(),
                        List.of(),
                        Optional.empty(),
                        places(input));
    }

    private Places places(Input input) {
        Execution execution = Execution.of(input.execution());
        return Places.of(execution).and(ClusterPages.of(execution.console(), settings.cluster()));
    }

    private static String changed(List<Forgotten> forgotten) {
        return forgotten.isEmpty()
                ? "Nothing."
                : "Off the record, so that Headroom does not start them: "
                        + Listing.of(forgotten.stream().map(Forgotten::sentence).toList())
                        + ".";
    }

    private static String missing(List<PausedTask> left, List<String> notFound) {
        if (notFound.isEmpty()) {
            return "";
        }
        return "Not on the record, or the name of more than one task there: %s.\nOn the record are: %s.\n"
                .formatted(Listing.of(notFound), inWords(left));
    }

    private static String inWords(List<PausedTask> tasks) {
        return tasks.isEmpty()
                ? "none"
                : Listing.of(
                        tasks.stream().map(each -> each.name() + " (" + each.arn() + ")").toList());
    }

    private static String next(List<Forgotten> forgotten, List<PausedTask> left) {
        if (forgotten.isEmpty()) {
            return left.isEmpty()
                    ? "Nothing: no task is on the record, so none keeps a resize from beginning."
                    : "Publish the message again with a name or an ARN from the record.";
        }
        return "They stay as they are: start, reload or delete them yourself. "
                + (left.isEmpty()
                        ? "The lease is freed"
                        : "What is still on the record is tried again")
                + " by a recovery that begins within %s, or at the end of the run that is at work."
                        .formatted(new Span(ClusterWatch.TIMES.recoveredWithin()));
    }

    private static String text(List<?> list) {
        return Json.text(Json.write(list));
    }
}
