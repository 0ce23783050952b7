package headroom.elasticache.report;

import headroom.elasticache.GroupNames;
import headroom.elasticache.GroupPages;
import headroom.elasticache.Outcome;
import headroom.elasticache.Settings;
import headroom.elasticache.group.ScaleUnfinished;
import headroom.elasticache.plan.Plan;
import headroom.elasticache.plan.Unhelped;
import headroom.elasticache.plan.Wish;
import headroom.metrics.Measure;
import headroom.metrics.Metrics;
import headroom.report.Asked;
import headroom.report.Before;
import headroom.report.Failure;
import headroom.report.Mail;
import headroom.report.Report;
import headroom.step.PhaseTimedOut;
import headroom.step.Step;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Writes what operators are told of a run, and decides whether they are, and what is noted on the
/// lease at its end.
public final class ComposeReport extends Step<ComposeReport.Input> {
    /// What Confirm scaled fails with where more came of a step than nothing.
    private static final Set<String> UNFINISHED =
            Set.of(PhaseTimedOut.class.getName(), ScaleUnfinished.class.getName());

    private final Settings settings;
    private final Clock clock;
    private final Metrics metrics;

    /// @param wish the step that a person asked for
    /// @param plan missing if the run did not come so far, or recovers another
    /// @param failure what ended the run, or what was met on the way
    /// @param unhelped the step that had not helped, as the run found it
    public record Input(
            Asked asked,
            @Nullable Wish wish,
            Outcome outcome,
            @Nullable Plan plan,
            Done done,
            @Nullable Failure failure,
            Before before,
            @Nullable Unhelped unhelped) {

        /// What this news is about, if it may come again: in the same words each time, whatever
        /// figures and times are in it.
        Optional<String> about() {
            if (done.owed()) {
                return Optional.of("owed " + hash(said(failure)));
            }
            if (outcome == Outcome.FAILED) {
                return done.change() == null
                        ? Optional.of("failed " + hash(said(failure)))
                        : Optional.empty();
            }
            return Optional.ofNullable(plan).flatMap(Plan::topic);
        }

        /// Whether ElastiCache was seen to have begun a step, and not to have come to its end.
        boolean isUnfinished() {
            return done.change() != null
                    && !done.owed()
                    && !done.isScaled()
                    && failure != null
                    && UNFINISHED.contains(failure.error());
        }

        private static String said(@Nullable Failure failure) {
            return failure == null ? "" : failure.sentence().replaceAll("[0-9]+", "#");
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
        this(Settings.fromEnvironment(), Clock.systemUTC(), System.out::println);
    }

    /// @param measured takes the line with what is counted of the run
    public ComposeReport(Settings settings, Clock clock, Consumer<String> measured) {
        super(Input.class);
        this.settings = settings;
        this.clock = clock;
        this.metrics = new Metrics(new GroupNames(settings.group()).leaseKey(), clock, measured);
    }

    @Override
    public Answer run(Input input) {
        Instant now = clock.instant();
        LeaseAtEnd lease = LeaseAtEnd.of(input, now);
        Report report =
                mail(input, lease)
                        .to(
                                GroupPages.MAIL,
                                settings.group(),
                                marks(input),
                                Optional.empty(),
                                input.asked()
                                        .places()
                                        .and(
                                                GroupPages.of(
                                                        input.asked().console(),
                                                        settings.group())));
        // Last, so that a report that cannot be composed is not counted at each attempt.
        if (input.outcome() != Outcome.DECLINED) {
            metrics.write(Ending.of(input.outcome()).title(), Map.of(Measure.RUNS, 1L));
        }
        return new Answer(
                report.subject(),
                report.body(),
                report.card().json(),
                Finished.of(input),
                lease.tell(),
                lease);
    }

    /// What a subject says of a group that is at its end and gets no step.
    private static List<String> marks(Input input) {
        return Optional.ofNullable(input.plan()).filter(Plan::isCritical).isPresent()
                ? List.of("critical")
                : List.of();
    }

    private Mail mail(Input input, LeaseAtEnd lease) {
        return new Mail(
                Heading.of(input),
                Mail.lines(
                        input.asked().misunderstanding(),
                        Happened.of(input) + "\n" + Mail.askedForBy(input.asked().origin())),
                Changed.of(input),
                figures(input),
                Mail.lines(input.asked().toDoFirst(), new Todo(input, lease).inWords()),
                Optional.ofNullable(input.plan())
                        .flatMap(Plan::basis)
                        .map(ComposeReport::inWords)
                        .orElse(""));
    }

    private static String figures(Input input) {
        var before =
                Optional.ofNullable(input.plan())
                        .flatMap(Plan::basis)
                        .map(Plan.Basis::readings)
                        .orElse(input.done().before());
        return input.done().after().isEmpty()
                ? Table.of(before)
                : "Before > after, each the mean of a quarter of an hour:\n"
                        + Table.of(before, input.done().after());
    }

    private static String inWords(Plan.Basis basis) {
        String options =
                basis.options().stream()
                        .map(each -> "\n" + each.inWords())
                        .collect(Collectors.joining());
        return String.join("\n", basis.evidence().seen())
                + (options.isEmpty() ? "" : "\nSteps that were weighed:" + options)
                + "\n";
    }
}
