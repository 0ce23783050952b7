package headroom.redshift.report;

import headroom.redshift.Outcome;
import headroom.redshift.plan.Plan;
import headroom.report.News;
import headroom.report.Told;
import headroom.run.WatchTimes;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// What is written on the lease at the end of a run: for how long there is quiet, and what
/// operators know by then.
///
/// @param tell whether operators are told of this run at all
/// @param quietUntil before which nothing automatic starts; for tasks that are still to be brought
///   back, before which no other recovery starts
/// @param unlessCritical whether a critical disk is an exception from that
/// @param failures how many runs in a row have failed after they had paused replication
/// @param told what operators know, if they are told
public record LeaseAtEnd(
        boolean tell, Instant quietUntil, boolean unlessCritical, int failures, Told told) {
    private static final Duration AFTER_A_RESIZE = Duration.ofHours(1);
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final Duration HOURS = Duration.ofHours(4);
    private static final Duration A_DAY = Duration.ofDays(1);

    /// A disk that is critical does not wait for a day; but each try stops replication.
    private static final Duration WHILE_CRITICAL = Duration.ofHours(1);

    private static final int MANY = 3;

    /// Nobody who reads of it needs fractions of a second.
    public LeaseAtEnd {
        quietUntil = quietUntil.truncatedTo(ChronoUnit.SECONDS);
    }

    static LeaseAtEnd of(ComposeReport.Input run, Instant now) {
        return run.pause().owed() ? owed(run, now) : new LeaseAtEnd(run, now);
    }

    private LeaseAtEnd(ComposeReport.Input run, Instant now) {
        this(tells(run, now), quiet(run, now), unless(run), failures(run), told(run, now));
    }

    /// The lease is kept, and the watch brings the tasks back.
    private static LeaseAtEnd owed(ComposeReport.Input run, Instant now) {
        boolean recovers = run.asked().recovers();
        return new LeaseAtEnd(
                tells(run, now),
                recovers ? now.plus(WatchTimes.RECOVERY_AGAIN_AFTER) : now,
                false,
                run.before().failures() + (recovers ? 0 : 1),
                told(run, now));
    }

    private static News news(ComposeReport.Input run) {
        boolean isPlan = run.asked().dryRun();
        return new News(
                run.about(),
                run.asked().byHand() || isPlan,
                stands(run.outcome()),
                !isPlan && run.outcome() != Outcome.DECLINED);
    }

    private static boolean tells(ComposeReport.Input run, Instant now) {
        return news(run).tells(run.before().told(), now);
    }

    private static Told told(ComposeReport.Input run, Instant now) {
        return news(run).told(run.before().told(), now);
    }

    /// Whether it stands still until something changes.
    private static boolean stands(Outcome outcome) {
        return switch (outcome) {
            case UNNEEDED, ASKED, DEFERRED, REFUSED -> true;
            case RESIZED, RECOVERED, PLANNED, FAILED, ANNOUNCED, DECLINED, UNDONE -> false;
        };
    }

    private static Instant quiet(ComposeReport.Input run, Instant now) {
        if (run.asked().dryRun()) {
            return run.before().quietUntil().orElse(now);
        }
        return stands(run.outcome())
                ? Optional.ofNullable(run.plan()).flatMap(Plan::quietUntil).orElse(now)
                : now.plus(rest(run));
    }

    /// How long until the next run, after one that did not just plan.
    private static Duration rest(ComposeReport.Input run) {
        if (run.outcome() == Outcome.RESIZED) {
            return AFTER_A_RESIZE;
        }
        int before =
                switch (run.outcome()) {
                    case FAILED -> acted(run) ? run.before().failures() : 0;
                    case RECOVERED -> run.before().failures() - 1;
                    default -> 0;
                };
        if (isHot(run)) {
            return before < MANY ? WHILE_CRITICAL : HOURS;
        }
        return before < 1 ? HALF_AN_HOUR : before == 1 ? HOURS : A_DAY;
    }

    private static boolean unless(ComposeReport.Input run) {
        if (run.asked().dryRun()) {
            return run.before().unlessCritical();
        }
        return switch (run.outcome()) {
            case ASKED, DEFERRED -> true;
            case RECOVERED, FAILED -> !isHot(run) && rest(run).compareTo(WHILE_CRITICAL) > 0;
            case RESIZED, PLANNED, UNNEEDED, REFUSED, ANNOUNCED, DECLINED, UNDONE -> false;
        };
    }

    private static int failures(ComposeReport.Input run) {
        int before = run.before().failures();
        if (run.asked().dryRun()) {
            return before;
        }
        return switch (run.outcome()) {
            case RECOVERED -> before;
            case FAILED -> acted(run) ? before + 1 : before;
            case RESIZED, PLANNED, UNNEEDED, ASKED, DEFERRED, REFUSED -> 0;
            case ANNOUNCED, DECLINED, UNDONE -> before;
        };
    }

    /// Whether it failed after it had begun to stop tasks.
    private static boolean acted(ComposeReport.Input run) {
        return run.outcome() == Outcome.FAILED && run.pause().from() != null;
    }

    private static boolean isHot(ComposeReport.Input run) {
        return acted(run) && run.plan() instanceof Plan.Resize resize && resize.critical();
    }
}
