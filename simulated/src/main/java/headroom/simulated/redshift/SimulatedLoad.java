package headroom.simulated.redshift;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.databasemigration.model.ReplicationTaskStats;

import java.time.Duration;
import java.time.Instant;

/// The copy of whole tables by which a task begins. The task is `running` meanwhile, as it is
/// afterwards.
public final class SimulatedLoad {
    private final Duration takes;
    private Shown shown = Shown.PERCENT;
    private int from;
    private @Nullable Instant since;

    /// How long the first load is over when a table is reloaded.
    private static final Duration LONG_AGO = Duration.ofDays(30);

    /// What DMS says at the end of a load. Which of it a task has is not known beforehand.
    public enum Shown {
        /// The percentage reaches 100.
        PERCENT,
        /// The percentage is an estimate that stays below; the end has a date.
        FINISH_DATE,
        /// The percentage stays below, and no table is left.
        TABLES,
        /// A person has tables reloaded. The percentage and the date are still those of the first
        /// load, which is long over, and the count of tables alone shows that some are being
        /// loaded.
        RELOADED
    }

    public SimulatedLoad shownBy(Shown other) {
        shown = other;
        return this;
    }

    void describe(ReplicationTaskStats.Builder stats, Instant now) {
        boolean done = percent(now) >= 100;
        if (shown == Shown.RELOADED) {
            stats.fullLoadProgressPercent(100).fullLoadFinishDate(now.minus(LONG_AGO));
            tables(stats, done);
            return;
        }
        stats.fullLoadProgressPercent(
                shown == Shown.PERCENT ? percent(now) : Math.min(97, percent(now)));
        if (shown == Shown.FINISH_DATE && done && since != null) {
            stats.fullLoadFinishDate(since.plus(takes));
        }
        if (shown == Shown.TABLES) {
            tables(stats, done);
        }
    }

    private static void tables(ReplicationTaskStats.Builder stats, boolean done) {
        stats.tablesLoaded(done ? 10 : 9).tablesLoading(done ? 0 : 1).tablesQueued(0);
    }

    /// @param percent how far it is when the scenario begins
    /// @param takes how long the rest takes
    public SimulatedLoad(int percent, Duration takes) {
        from = percent;
        this.takes = takes;
    }

    void goOn(Instant now) {
        if (since == null) {
            since = now;
        }
    }

    /// A task that is stopped meanwhile begins anew.
    void interrupt(Instant now) {
        from = percent(now) < 100 ? 0 : 100;
        since = null;
    }

    int percent(Instant now) {
        if (since == null) {
            return from;
        }
        long part = (100 - from) * Duration.between(since, now).toSeconds() / takes.toSeconds();
        return (int) Math.min(100, from + part);
    }
}
