package headroom.watch;

import headroom.replication.Listing;
import headroom.report.Console;
import headroom.report.Report;

import java.util.List;

/// What operators are told of tasks that were resumed, and do not do well.
///
/// @param cluster its identifier
record ObservationReport(String cluster, Console console) {

    Report hopeless(List<Observation.Broken> broken) {
        return new Report(
                "Headroom CRITICAL: DMS tasks NOT running, " + cluster,
                """
                WHAT HAPPENED
                These DMS tasks have broken down %d times after they were started: %s.

                WHAT COMES NEXT
                Headroom does not start them again.

                WHAT TO DO NOW
                See each task's log in CloudWatch Logs, mend what it tells of, and start it:
                %s
                """
                        .formatted(
                                Observed.MOST_RELAPSES + 1,
                                Listing.of(
                                        broken.stream().map(Observation.Broken::sentence).toList()),
                                commands(broken)));
    }

    private String commands(List<Observation.Broken> broken) {
        return String.join(
                "\n",
                broken.stream()
                        .limit(Listing.MOST)
                        .map(
                                each ->
                                        "  "
                                                + each.task()
                                                        .task()
                                                        .paused()
                                                        .resumeCommand(console.region()))
                        .toList());
    }

    Report weak(List<Observation.Weak> weak) {
        return new Report(
                "Headroom WARNING: resumed DMS tasks need a look, " + cluster,
                """
                WHAT HAPPENS
                Two hours after they were resumed, DMS tasks run, and not as they should: %s.

                WHAT COMES NEXT
                Headroom looks at them no longer.

                WHAT TO DO NOW
                See the tasks' logs in CloudWatch Logs, and in CloudWatch (AWS/DMS, CDCLatencySource and \
                CDCLatencyTarget) whether they catch up. A table in error is loaded again by a restart of its task.
                """
                        .formatted(
                                Listing.of(
                                        weak.stream().map(Observation.Weak::sentence).toList())));
    }
}
