package headroom.redshift.watch;

import headroom.redshift.Settings;
import headroom.redshift.replication.PauseRecord;
import headroom.report.Mail;
import headroom.text.Moment;
import headroom.text.Span;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/// What operators are told while a pause eats the time for which the source keeps its log.
///
/// @param percent of the log that was left to the pause: 50, 80 or 100
record Warning(int percent, Duration paused, Instant expires) {

    /// The warning that is due, if it was not given before.
    static Optional<Warning> due(PauseRecord record, Settings settings, Instant now) {
        int level = standing(record, settings, now);
        Instant since = record.pausedSince();
        return since != null && level > record.warned()
                ? Optional.of(
                        new Warning(
                                level,
                                Duration.between(since, now),
                                since.plus(left(record, settings))))
                : Optional.empty();
    }

    /// The highest level that the present pause has passed, given or not; 0 for none.
    static int standing(PauseRecord record, Settings settings, Instant now) {
        Instant since = record.pausedSince();
        if (since == null || record.lease().owner() == null) {
            return 0;
        }
        Duration paused = Duration.between(since, now);
        return level(100 * paused.toSeconds() / Math.max(1, left(record, settings).toSeconds()));
    }

    /// Tasks that were behind when the pause began had less of the log left.
    private static Duration left(PauseRecord record, Settings settings) {
        return Objects.requireNonNullElseGet(
                record.logLeft(), () -> Duration.ofHours(settings.sourceLogRetentionHours()));
    }

    private static int level(long percent) {
        if (percent >= 100) {
            return 100;
        }
        return percent >= 80 ? 80 : percent >= 50 ? 50 : 0;
    }

    Mail mail(Settings settings, PauseRecord record) {
        return new Mail(
                "Headroom WARNING: DMS tasks paused for %d %% of the log retention, CLUSTER"
                        .formatted(percent),
                "The pause of the DMS tasks that write into %s began %s ago."
                        .formatted(settings.cluster(), new Span(paused)),
                "This warning changes nothing. The run at work resumes the tasks as soon as the"
                        + " cluster takes writes. It cannot end a resize that Redshift reports in"
                        + " progress.",
                """
                On the record: %s.
                They resume from the source's log, which was there for %s more when they were stopped: until about %s. \
                (Of a serverless replication, DMS keeps the capacity no longer than two days.)\
                """
                        .formatted(
                                record.names(),
                                new Span(left(record, settings)),
                                Moment.of(expires)),
                toDo() + "\n" + next());
    }

    private String next() {
        return percent < 100
                ? "There will be another warning at " + (percent < 80 ? "80" : "100") + " %."
                : "There will be no further warning. A task whose log is gone fails when it"
                        + " resumes.";
    }

    private String toDo() {
        return percent < 100
                ? "Lengthen the source's log retention now, while the log is still there: on Aurora"
                        + " or RDS MySQL with mysql.rds_set_configuration('binlog retention hours',"
                        + " N); on PostgreSQL look at max_slot_wal_keep_size and the free disk."
                : "Look whether the source still has the log of the time of the pause. If not, the"
                        + " tasks need a full load, which empties their tables first: plan it.";
    }
}
