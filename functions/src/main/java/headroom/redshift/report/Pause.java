package headroom.redshift.report;

import headroom.redshift.Settings;
import headroom.redshift.replication.Forgotten;
import headroom.redshift.replication.PausedTask;
import headroom.redshift.replication.Standing;
import headroom.report.Failure;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What became of the tasks.
///
/// @param tasks those on the record
/// @param owed true if tasks were stopped, or may have been, and are not known to run again
/// @param standing those that were seen not running at last; empty if nobody could look
/// @param failure what kept anybody from looking
/// @param replication what was last seen of the tasks
/// @param from when the record was written; null if none was
/// @param to when the last task was first seen running; null if that was not seen
/// @param logSeconds how much of the source's log was left to the tasks when the record was
///   written; empty if the record does not say
/// @param forgotten tasks that a person has taken off the record
public record Pause(
        List<PausedTask> tasks,
        boolean owed,
        List<Standing> standing,
        @Nullable Failure failure,
        @Nullable String replication,
        @Nullable Instant from,
        @Nullable Instant to,
        Optional<Integer> logSeconds,
        List<Forgotten> forgotten) {

    /// Whether tasks were put on a record, to be stopped.
    boolean isRecorded() {
        return from != null && !(tasks.isEmpty() && forgotten.isEmpty());
    }

    /// When the source's log ends that the tasks resume from; empty if nothing is on record.
    Optional<Instant> logUntil(Settings settings) {
        return Optional.ofNullable(from)
                .map(
                        since ->
                                since.plus(
                                        logSeconds
                                                .map(Duration::ofSeconds)
                                                .orElse(
                                                        Duration.ofHours(
                                                                settings
                                                                        .sourceLogRetentionHours()))));
    }

    Optional<Duration> length() {
        return from == null || to == null || tasks.isEmpty()
                ? Optional.empty()
                : Optional.of(Duration.between(from, to));
    }

    /// A task that does not run.
    ///
    /// @param state how it is, as far as somebody has looked
    record Missing(PausedTask task, Optional<String> state) {
        String sentence() {
            return state.orElse(task.name());
        }
    }

    /// Those that do not run, as far as that is known, and all where nobody could look.
    List<Missing> missing() {
        if (standing.isEmpty()) {
            return tasks.stream().map(each -> new Missing(each, Optional.empty())).toList();
        }
        Map<String, PausedTask> recorded =
                tasks.stream().collect(Collectors.toMap(PausedTask::arn, each -> each));
        return standing.stream()
                .map(
                        each ->
                                new Missing(
                                        recorded.getOrDefault(
                                                each.arn(), new PausedTask(each.arn(), each.arn())),
                                        each.state()))
                .toList();
    }
}
