package headroom.redshift.watch;

import headroom.redshift.replication.Observed;
import headroom.redshift.replication.PausedTask;
import headroom.redshift.replication.TaskWords;
import headroom.report.Mail;
import headroom.text.Listing;

import java.util.List;
import java.util.stream.Collectors;

/// What operators are told of tasks that were resumed, and do not do well.
///
/// @param region of the tasks
record ObservationReport(String region) {

    Mail hopeless(List<Observation.Broken> broken) {
        return new Mail(
                "Headroom CRITICAL: DMS tasks NOT running, given up, CLUSTER",
                "These DMS tasks have broken down %d times after they were started."
                        .formatted(Observed.MOST_RELAPSES + 1),
                "Headroom started them again each time, and will not do so again. It tells of them"
                        + " again after an hour, after four, and then once a day, until they run or"
                        + " are deleted.",
                "NOT running: %s.".formatted(TaskWords.tasks(broken.size())),
                "Read each task's log in CloudWatch Logs, remove the cause, and start the task"
                        + " (never with reload-target, which empties its tables):\n"
                        + commands(broken));
    }

    private String commands(List<Observation.Broken> broken) {
        return broken.stream()
                .limit(Listing.MOST)
                .map(
                        each ->
                                "  %s:\n    %s"
                                        .formatted(
                                                each.sentence().replaceFirst("[.]$", ""),
                                                task(each).resumeCommand(region)))
                .collect(Collectors.joining("\n"));
    }

    private static PausedTask task(Observation.Broken broken) {
        return broken.task().task().paused();
    }

    /// Of what is started again only when the run that holds the lease has ended.
    Mail waiting(List<Observation.Broken> broken) {
        return new Mail(
                "Headroom WARNING: DMS tasks NOT running yet, CLUSTER",
                "These DMS tasks broke down after they were resumed, and the lease is held by a run"
                        + " that has not stopped them.",
                "Nothing yet. Headroom starts them again within half an hour of that run's end.",
                "NOT running: %s.".formatted(TaskWords.tasks(broken.size())),
                "A run may take hours. To have them back before it ends, read each task's log in"
                        + " CloudWatch Logs, remove the cause, and start the task (never with"
                        + " reload-target, which empties its tables):\n"
                        + commands(broken));
    }

    Mail weak(List<Observation.Weak> weak) {
        return new Mail(
                "Headroom WARNING: resumed DMS tasks need a look, CLUSTER",
                "Two hours after they were resumed, DMS tasks run, but not as they should.",
                "Nothing was changed. Headroom does not observe these tasks any more.",
                Listing.of(weak.stream().map(Observation.Weak::sentence).toList()) + ".",
                """
                See the tasks' logs in CloudWatch Logs, and in CloudWatch (AWS/DMS, CDCLatencySource and \
                CDCLatencyTarget) whether they catch up. A table in error is loaded again by a restart of its task.\
                """);
    }
}
