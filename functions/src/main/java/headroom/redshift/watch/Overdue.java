package headroom.redshift.watch;

import headroom.redshift.replication.PauseRecord;
import headroom.report.Mail;
import headroom.text.Span;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What operators are told, once, of a pause that takes far longer than its plan expected. A resize
/// that hangs ends by nobody's help but that of AWS, and where the source keeps its log for a week,
/// the first warning of the log comes after days.
///
/// @param resizes whether the run came to the resize
record Overdue(Duration paused, Duration expected, boolean resizes) {
    /// Resizes differ; one that takes so much longer hangs.
    private static final int TIMES = 3;

    /// Whatever was expected: a few minutes more of a short pause are nobody's concern.
    private static final Duration AT_LEAST = Duration.ofHours(2);

    /// The warning that is due, if it was not given before.
    static Optional<Overdue> due(PauseRecord record, Instant now) {
        Instant since = record.pausedSince();
        Duration expected = record.expected();
        if (since == null
                || expected == null
                || record.lease().owner() == null
                || record.isOverdueTold()) {
            return Optional.empty();
        }
        Duration paused = Duration.between(since, now);
        Duration most = expected.multipliedBy(TIMES);
        return paused.compareTo(most) >= 0 && paused.compareTo(AT_LEAST) >= 0
                ? Optional.of(new Overdue(paused, expected, record.isResizeReached()))
                : Optional.empty();
    }

    /// @param seen the cluster as it is now, for people
    Mail mail(String cluster, String seen, PauseRecord record, String region) {
        return new Mail(
                "Headroom WARNING: a pause takes far longer than expected, CLUSTER",
                "The DMS tasks that write into %s have stood still for %s; the plan expected %s. Redshift says: %s."
                        .formatted(cluster, new Span(paused), new Span(expected), seen),
                "This warning changes nothing. The run at work resumes the tasks as soon as the"
                        + " cluster takes writes. "
                        + (resizes
                                ? "It has come to the resize, and cannot end one that Redshift"
                                        + " reports in progress, however long it takes."
                                : "It has not come to the resize, and gives the pause up while the"
                                        + " source still has its log."),
                "On the record: %s.".formatted(record.names()),
                resizes
                        ? """
                        See how far the resize is:
                          aws redshift describe-resize --region %s --cluster-identifier %s
                        If that does not advance, open a case with AWS support now: nobody else can end a resize that hangs. \
                        Meanwhile lengthen the source's log retention. This warning comes once; others follow at 50, 80 and 100 %% of the log that was left.\
                        """
                                .formatted(region, cluster)
                        : "See in the execution what it waits for, and remove that. This warning"
                                + " comes once.");
    }
}
