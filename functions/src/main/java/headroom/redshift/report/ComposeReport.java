package headroom.redshift.report;

import headroom.metrics.Metrics;
import headroom.priming.Primed;
import headroom.redshift.ClusterNames;
import headroom.redshift.ClusterPages;
import headroom.redshift.Outcome;
import headroom.redshift.Settings;
import headroom.redshift.plan.Plan;
import headroom.redshift.replication.PauseRecord;
import headroom.report.Asked;
import headroom.report.Before;
import headroom.report.Evidence;
import headroom.report.Failure;
import headroom.report.Mail;
import headroom.report.Report;
import headroom.step.Step;
import headroom.text.Moment;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Writes what operators are told of a run, and decides whether they are, and what is noted on the
/// lease at its end.
public final class ComposeReport extends Step<ComposeReport.Input> {
    private final CloudWatchClient cloudWatch;
    private final Settings settings;
    private final Clock clock;
    private final Metrics metrics;

    /// @param nodes the size that a person asked for
    /// @param plan missing if the run did not come so far, or recovers another; of one that was
    ///   carried out, without the tasks to pause, which are in `pause`
    /// @param failure what ended the change
    public record Input(
            Asked asked,
            Optional<Integer> nodes,
            Outcome outcome,
            @Nullable Plan plan,
            Pause pause,
            Seen seen,
            @Nullable Failure failure,
            Before before) {

        /// What this news is about, if it may come again: in the same words each time, whatever
        /// figures and times are in it.
        Optional<String> about() {
            if (pause.owed()) {
                return Optional.of(
                        PauseRecord.OWED + hash(missing() + unnumbered(said(pause.failure()))));
            }
            if (outcome == Outcome.FAILED) {
                return pause.from() == null
                        ? Optional.of("failed " + hash(unnumbered(said(failure))))
                        : Optional.empty();
            }
            return Optional.ofNullable(plan).flatMap(Plan::topic);
        }

        private String missing() {
            return pause.missing().stream()
                    // Which task it is counts to the last digit; how it is, does not.
                    .map(each -> each.task().arn() + unnumbered(each.sentence()))
                    .sorted()
                    .collect(Collectors.joining());
        }

        private static String said(@Nullable Failure failure) {
            return failure == null ? "" : failure.sentence();
        }

        private static String unnumbered(String text) {
            return text.replaceAll("[0-9]+", "#");
        }

        private static String hash(String text) {
            return Integer.toHexString(text.hashCode());
        }
    }

    /// @param card the body's form for chats, as JSON
    /// @param event what the run's event says
    /// @param tell whether operators are told
    public record Answer(
            String subject,
            String body,
            String card,
            Map<String, Object> event,
            boolean tell,
            LeaseAtEnd lease) {}

    public ComposeReport() {
        this(
                Primed.cloudWatch(),
                Settings.fromEnvironment(),
                Clock.systemUTC(),
                System.out::println);
    }

    /// @param measured takes the line with what is counted of the run
    public ComposeReport(
            CloudWatchClient cloudWatch,
            Settings settings,
            Clock clock,
            Consumer<String> measured) {
        super(Input.class);
        this.cloudWatch = cloudWatch;
        this.settings = settings;
        this.clock = clock;
        this.metrics =
                new Metrics(new ClusterNames(settings.cluster()).leaseKey(), clock, measured);
    }

    @Override
    public Answer run(Input input) {
        Instant now = clock.instant();
        LeaseAtEnd lease = LeaseAtEnd.of(input, now);
        Report report =
                disk(input, now)
                        .told(
                                mail(input, lease, now),
                                settings.cluster(),
                                marks(input),
                                input.asked()
                                        .places()
                                        .and(
                                                ClusterPages.of(
                                                        input.asked().console(),
                                                        settings.cluster())));
        // Last, so that a report that cannot be composed is not counted at each attempt.
        if (input.outcome().isCounted()) {
            metrics.write(Ending.of(input.outcome()).title(), RunMetrics.of(input));
        }
        return new Answer(
                report.subject(),
                report.body(),
                report.card().json(),
                Finished.of(input),
                lease.tell(),
                lease);
    }

    private Mail mail(Input input, LeaseAtEnd lease, Instant now) {
        return new Mail(
                Heading.of(input),
                Mail.lines(
                        input.asked().misunderstanding(),
                        Happened.of(input) + "\n" + Mail.askedForBy(input.asked().origin())),
                Changed.of(input),
                Replicating.of(input, now),
                Mail.lines(
                        input.asked().toDoFirst(), new Todo(settings, input, lease, now).inWords()),
                Optional.ofNullable(input.plan())
                        // Whoever has to bring tasks back has no use for what led to a resize.
                        .filter(_ -> !input.pause().owed())
                        .map(each -> inWords(each.evidence()))
                        .orElse(""));
    }

    /// What was measured before a resize says nothing of the disk after it.
    private Disk disk(Input input, Instant now) {
        Optional<Instant> since =
                input.outcome() == Outcome.RESIZED
                        ? Optional.ofNullable(input.pause().to()).or(() -> Optional.of(now))
                        : Optional.empty();
        return Disk.look(cloudWatch, settings.cluster(), settings.policy(), since, now);
    }

    /// What somebody has to know who reads the subject alone.
    private List<String> marks(Input input) {
        return input.pause().owed()
                ? input.pause().logUntil(settings).stream()
                        .map(each -> "log ends " + Moment.inShort(each))
                        .toList()
                : List.of();
    }

    private static String inWords(Evidence evidence) {
        String rejected =
                evidence.rejected().stream()
                        .map(
                                each ->
                                        "\nNot chosen: %s: %s."
                                                .formatted(each.option(), each.reason()))
                        .collect(Collectors.joining());
        return String.join("\n", evidence.seen()) + rejected + "\n";
    }
}
