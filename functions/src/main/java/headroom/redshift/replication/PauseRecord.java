package headroom.redshift.replication;

import headroom.lease.Lease;
import headroom.text.Listing;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.stream.Collectors;

/// The write-ahead record of a pause, on the item of the lease: what was stopped, and what was
/// resumed lately.
public record PauseRecord(Lease lease) {
    private static final String NO_TASKS = "[]";

    /// How news begins of tasks that a run could not bring back.
    public static final String OWED = "owed ";

    /// When the lease's owner, or one before it, began to stop tasks.
    public @Nullable Instant pausedSince() {
        return lease.time("pausedSince");
    }

    /// How much of the source's log was left to that pause when it began; null if that is not
    /// recorded.
    public @Nullable Duration logLeft() {
        String seconds = lease.text("logSeconds");
        return seconds == null ? null : Duration.ofSeconds(Long.parseLong(seconds));
    }

    /// For how long its plan expected that pause to last; null if that is not recorded.
    public @Nullable Duration expected() {
        String minutes = lease.text("expectedMinutes");
        return minutes == null ? null : Duration.ofMinutes(Long.parseLong(minutes));
    }

    /// Whether the run of that pause came to the resize.
    public boolean isResizeReached() {
        return lease.time("heldAt") != null;
    }

    /// Whether operators know that the pause takes far longer than expected, or know more: that its
    /// run has ended and its tasks do not run.
    public boolean isOverdueTold() {
        String told = lease.text("told");
        return lease.text("overdue") != null || (told != null && told.startsWith(OWED));
    }

    /// The last warning's level, in percent of the log that was left to the pause; 0 for none.
    public int warned() {
        String level = lease.text("warned");
        return level == null ? 0 : Integer.parseInt(level);
    }

    /// Whether tasks stand on the record and nobody holds the lease, however that came about: they
    /// are still to be resumed.
    ///
    /// @throws IllegalStateException if the record is no list of tasks
    public boolean isLeftToResume() {
        return lease.owner() == null && !tasks().isEmpty();
    }

    /// The tasks on the record.
    ///
    /// @throws IllegalStateException if the record is no list of tasks
    public List<PausedTask> recorded() {
        return tasks().stream().map(Observed.Task::paused).toList();
    }

    /// Only a person can have written what is no list of tasks, and only a person can mend it.
    private List<Observed.Task> tasks() {
        try {
            return Observed.tasks(text());
        } catch (IllegalArgumentException unreadable) {
            throw new IllegalStateException(
                    "The attribute paused of the lease is %s; expected a list of tasks such as [{\"arn\":\"ARN\",\"name\":\"orders\"}]. Correct it in the DynamoDB console, or remove it once its tasks run."
                            .formatted(text()),
                    unreadable);
        }
    }

    /// The recorded tasks for people.
    public String names() {
        try {
            return Listing.of(Observed.tasks(text()).stream().map(Observed.Task::name).toList());
        } catch (IllegalArgumentException unreadable) {
            return "something unreadable, to be corrected in the lease's table";
        }
    }

    private String text() {
        String paused = lease.text("paused");
        return paused == null ? NO_TASKS : paused;
    }

    /// The tasks that were resumed lately, as they stand there, by the attribute that holds them.
    public NavigableMap<String, String> observed() {
        return lease.startingWith(Observed.PREFIX);
    }

    /// The tasks under observation, those of the last pause first. What a pause has stopped since
    /// is none of them.
    ///
    /// @throws IllegalStateException if the record is no list of tasks
    public List<Observed> underObservation() {
        Set<String> paused = tasks().stream().map(Observed.Task::arn).collect(Collectors.toSet());
        return observed().descendingMap().entrySet().stream()
                .flatMap(each -> Observed.of(each.getKey(), each.getValue()).stream())
                .filter(each -> !paused.contains(each.arn()))
                .toList();
    }
}
