package headroom.redshift.drill;

import headroom.redshift.ClusterPages;
import headroom.redshift.Settings;
import headroom.redshift.plan.Drilled;
import headroom.report.Asked;
import headroom.report.Failure;
import headroom.report.Mail;
import headroom.report.News;
import headroom.report.Report;
import headroom.report.Told;
import headroom.run.WatchTimes;
import headroom.step.Json;
import headroom.step.Step;

import org.jspecify.annotations.Nullable;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Writes what operators are told of a drill, and decides what is noted on its lease at the end.
public final class ComposeDrillReport extends Step<ComposeDrillReport.Input> {
    /// A drill that passed, or failed, has had its day.
    private static final Duration A_DAY = Duration.ofDays(1);

    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final Settings settings;
    private final Clock clock;

    /// @param plan missing if the drill did not come so far, or recovers another
    /// @param measure what was measured; missing if nothing was
    /// @param failure what ended the drill
    /// @param left what keeps the copy from being deleted; missing if nothing does
    /// @param owed whether a copy may be there
    /// @param copy what was written down of it
    /// @param deletedAt when it was seen gone
    /// @param told what operators were told last
    /// @param quietUntil before which no drill was to start unasked; missing if one might
    public record Input(
            Asked asked,
            DrillOutcome outcome,
            @Nullable DrillPlan plan,
            @Nullable Drilled measure,
            @Nullable Failure failure,
            @Nullable Failure left,
            boolean owed,
            @Nullable CopyRecord copy,
            @Nullable Instant deletedAt,
            Told told,
            @Nullable Instant quietUntil) {}

    /// @param quietUntil before which no drill starts unasked; of a copy that is left, before which
    ///   no other recovery does
    public record LeaseAtEnd(Instant quietUntil, Told told) {}

    /// @param card the body's form for chats, as JSON
    /// @param event what the drill's event says
    /// @param tell whether operators are told
    public record Answer(
            String subject,
            String body,
            String card,
            Map<String, Object> event,
            boolean tell,
            LeaseAtEnd lease) {}

    public ComposeDrillReport() {
        this(Settings.fromEnvironment(), Clock.systemUTC());
    }

    public ComposeDrillReport(Settings settings, Clock clock) {
        super(Input.class);
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Answer run(Input input) {
        Instant now = clock.instant();
        Asked asked = input.asked();
        DrillWords words = new DrillWords(settings, input);
        Mail mail =
                new Mail(
                        words.heading(),
                        words.happened() + "\n" + Mail.askedForBy(asked.origin()),
                        words.changed(),
                        Mail.NOT_TOUCHED,
                        words.toDo(),
                        words.restsOn());
        Report report =
                mail.to(
                        ClusterPages.MAIL,
                        settings.cluster(),
                        List.of(),
                        Optional.empty(),
                        asked.places().and(ClusterPages.of(asked.console(), settings.cluster())));
        News news = new News(words.about(), asked.byHand(), false, isKept(input));
        return new Answer(
                report.subject(),
                report.body(),
                report.card().json(),
                event(input),
                news.tells(input.told(), now),
                new LeaseAtEnd(
                        quietUntil(input, now).truncatedTo(ChronoUnit.SECONDS),
                        news.told(input.told(), now)));
    }

    /// See docs/events.md: the size of the copy, where a resize was measured on it.
    private static Map<String, Object> event(Input input) {
        Map<String, Object> detail = new LinkedHashMap<>();
        detail.put("outcome", Json.name(input.outcome()));
        Drilled measure = input.measure();
        if (measure != null) {
            detail.put("before", Map.of("nodes", measure.from()));
            detail.put("after", Map.of("nodes", measure.to()));
        }
        return detail;
    }

    private static boolean isKept(Input input) {
        return input.outcome() != DrillOutcome.DECLINED && !input.asked().dryRun();
    }

    /// As it was before, where a plan alone was asked for.
    private static Instant quietUntil(Input input, Instant now) {
        if (input.asked().dryRun() && !input.owed()) {
            return Objects.requireNonNullElse(input.quietUntil(), now);
        }
        return now.plus(rest(input));
    }

    private static Duration rest(Input input) {
        if (input.owed()) {
            return input.asked().recovers() ? WatchTimes.RECOVERY_AGAIN_AFTER : Duration.ZERO;
        }
        boolean passes = input.plan() instanceof DrillPlan.Refused refused && refused.passes();
        return passes ? AN_HOUR : A_DAY;
    }
}
