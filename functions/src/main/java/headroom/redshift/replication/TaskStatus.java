package headroom.redshift.replication;

import headroom.redshift.replication.Replication.State;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Set;

/// A status of DMS, and what it means.
///
/// The API gives a plain string. Its documentation lists some words for tasks and none for
/// serverless replications; other pages, and the console, have more of them and spell them in other
/// ways. So the beginning of a word decides where it can, whatever its case.
///
/// @param word in lower case, with underscores for blanks and hyphens
record TaskStatus(String word) {
    /// What a task, and a serverless replication on its way to run, goes through.
    private static final Set<String> IN_MOTION =
            Set.of(
                    "creating",
                    "deleting",
                    "modifying",
                    "moving",
                    "starting",
                    "stopping",
                    "testing",
                    "initializing",
                    "initialising",
                    "preparing_metadata",
                    "testing_connection",
                    "fetching_metadata",
                    "calculating_capacity",
                    "provisioning_capacity",
                    "replication_starting");

    private static final Set<String> KEEPS_STILL =
            Set.of("creating", "deleting", "modifying", "moving", "testing");

    static TaskStatus of(String status) {
        return new TaskStatus(status.strip().toLowerCase(Locale.ROOT).replaceAll("[ -]", "_"));
    }

    /// Of those in motion: on the way to another state, and not writing.
    boolean keepsStill() {
        return KEEPS_STILL.contains(word);
    }

    /// Failed, in any of the ways to fail.
    boolean isFailure() {
        return word.startsWith("failed") || word.startsWith("error");
    }

    /// @param stopReason what DMS says of why it stopped last
    State state(@Nullable String stopReason) {
        if (isFailure()) {
            return State.STOPPED;
        }
        if (word.startsWith("running")) {
            return State.RUNNING;
        }
        if (IN_MOTION.stream().anyMatch(word::startsWith)) {
            return State.IN_MOTION;
        }
        if (word.equals("ready") || word.equals("created")) {
            return State.NEVER_RAN;
        }
        if (StopReason.isEnd(stopReason)) {
            return State.FINISHED;
        }
        return word.equals("stopped") ? State.STOPPED : State.UNKNOWN;
    }
}
