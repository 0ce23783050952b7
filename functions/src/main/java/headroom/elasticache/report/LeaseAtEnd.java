package headroom.elasticache.report;

import headroom.elasticache.Outcome;
import headroom.elasticache.plan.Plan;
import headroom.elasticache.plan.Unhelped;
import headroom.report.News;
import headroom.report.Told;
import headroom.run.WatchTimes;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// What is written on the lease at the end of a run: for how long there is quiet, and what
/// operators know by then.
///
/// @param tell whether operators are told of this run at all
/// @param quietUntil before which nothing automatic starts; for a change that may be under way,
///   before which no other recovery starts
/// @param unlessCritical whether a critical level is an exception from that
/// @param failures how many runs in a row have failed after they had begun a change
/// @param told what operators know, if they are told
/// @param unhelped the step that is not tried again for a while
public record LeaseAtEnd(
        boolean tell,
        Instant quietUntil,
        boolean unlessCritical,
        int failures,
        Told told,
        @Nullable Unhelped unhelped) {
    /// A step has been measured for a quarter of an hour; what it does in the long run shows later.
    private static final Duration AFTER_A_STEP = Duration.ofHours(1);

    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    /// Each attempt may take a backup, and ElastiCache takes twenty of a node within a day.
    private static final Duration CRITICAL_REST = Duration.ofHours(2);

    private static final Duration HOURS = Duration.ofHours(4);
    private static final Duration A_DAY = Duration.ofDays(1);

    /// Nobody who reads of it needs fractions of a second.
    public LeaseAtEnd {
        quietUntil = quietUntil.truncatedTo(ChronoUnit.SECONDS);
    }

    static LeaseAtEnd of(ComposeReport.Input run, Instant now) {
        News news = news(run, now);
        Told before = run.before().told();
        return new LeaseAtEnd(
                news.tells(before, now),
                quiet(run, now),
                unless(run),
                failures(run),
                news.told(before, now),
                unhelped(run, now));
    }

    /// That nothing is needed is no news within a day of something that was, and hides nothing of
    /// it: of a load that comes and goes people would be told each time that it does.
    private static News news(ComposeReport.Input run, Instant now) {
        boolean isPlan = run.asked().dryRun();
        String standing = run.before().told().standing(now);
        boolean isLull = run.outcome() == Outcome.UNNEEDED && !standing.equals(Told.NOTHING);
        return new News(
                isLull ? Optional.of(standing) : run.about(),
                run.asked().byHand() || isPlan,
                stands(run.outcome()),
                !isPlan && !isLull && run.outcome() != Outcome.DECLINED);
    }

    /// Whether it stands still until something changes.
    private static boolean stands(Outcome outcome) {
        return switch (outcome) {
            case UNNEEDED, TOLD, MIGRATING, ASKED, DEFERRED, REFUSED -> true;
            case IMPROVED,
                    NOT_IMPROVED,
                    WORSE,
                    UNMEASURED,
                    MIGRATED,
                    RECOVERED,
                    PLANNED,
                    FAILED,
                    DECLINED ->
                    false;
        };
    }

    private static Instant quiet(ComposeReport.Input run, Instant now) {
        if (run.done().owed()) {
            return run.asked().recovers() ? now.plus(WatchTimes.RECOVERY_AGAIN_AFTER) : now;
        }
        if (run.asked().dryRun()) {
            return run.before().quietUntil().orElse(now);
        }
        return stands(run.outcome())
                ? Optional.ofNullable(run.plan()).flatMap(Plan::quietUntil).orElse(now)
                : now.plus(rest(run));
    }

    /// How long until the next run, after one that did not just plan.
    private static Duration rest(ComposeReport.Input run) {
        if (run.outcome() != Outcome.FAILED) {
            return run.outcome() == Outcome.RECOVERED ? HALF_AN_HOUR : AFTER_A_STEP;
        }
        int before = acted(run) ? run.before().failures() : 0;
        if (before < 1) {
            return HALF_AN_HOUR;
        }
        return isCritical(run.plan()) ? CRITICAL_REST : before == 1 ? HOURS : A_DAY;
    }

    private static boolean unless(ComposeReport.Input run) {
        if (run.asked().dryRun()) {
            return run.before().unlessCritical();
        }
        return switch (run.outcome()) {
            case ASKED, DEFERRED, UNNEEDED, TOLD, MIGRATING -> !wasCritical(run);
            // A level that has become critical since is another matter than the one that failed.
            case FAILED -> rest(run).compareTo(HALF_AN_HOUR) > 0 && !isCritical(run.plan());
            case IMPROVED,
                    NOT_IMPROVED,
                    WORSE,
                    UNMEASURED,
                    MIGRATED,
                    RECOVERED,
                    PLANNED,
                    REFUSED,
                    DECLINED ->
                    false;
        };
    }

    private static boolean isCritical(@Nullable Plan plan) {
        return plan instanceof Plan.Scale scale && scale.critical();
    }

    /// What was told at that level is told: another run would find the same.
    private static boolean wasCritical(ComposeReport.Input run) {
        return run.about().filter(each -> each.endsWith(Plan.CRITICALLY)).isPresent();
    }

    private static int failures(ComposeReport.Input run) {
        int before = run.before().failures();
        if (run.asked().dryRun()) {
            return before;
        }
        return switch (run.outcome()) {
            case FAILED -> acted(run) ? before + 1 : before;
            case RECOVERED, DECLINED -> before;
            case IMPROVED,
                    NOT_IMPROVED,
                    WORSE,
                    UNMEASURED,
                    MIGRATED,
                    PLANNED,
                    UNNEEDED,
                    TOLD,
                    MIGRATING,
                    ASKED,
                    DEFERRED,
                    REFUSED ->
                    0;
        };
    }

    /// Whether it failed after it had begun to change something.
    private static boolean acted(ComposeReport.Input run) {
        return run.done().change() != null || run.done().backup().isPresent();
    }

    /// What helped no more than the last time is not bought again within a day.
    private static @Nullable Unhelped unhelped(ComposeReport.Input run, Instant now) {
        return switch (run.outcome()) {
            case NOT_IMPROVED, WORSE ->
                    run.done().change() == null
                            ? run.unhelped()
                            : new Unhelped(
                                    run.done().change().inWords(),
                                    now.plus(A_DAY).truncatedTo(ChronoUnit.SECONDS));
            case IMPROVED -> null;
            case UNMEASURED,
                    MIGRATED,
                    RECOVERED,
                    PLANNED,
                    UNNEEDED,
                    TOLD,
                    MIGRATING,
                    ASKED,
                    DEFERRED,
                    REFUSED,
                    FAILED,
                    DECLINED ->
                    run.unhelped();
        };
    }
}
