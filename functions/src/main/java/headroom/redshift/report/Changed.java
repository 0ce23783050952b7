package headroom.redshift.report;

import headroom.redshift.Outcome;
import headroom.redshift.plan.Plan;
import headroom.report.Mail;

import java.util.ArrayList;
import java.util.List;

/// What a run has changed. Each sentence rests on what was seen, and not on what was meant.
final class Changed {
    private Changed() {}

    static String of(ComposeReport.Input run) {
        List<String> sentences = new ArrayList<>();
        if (run.pause().isRecorded()) {
            sentences.add(tasks(run));
        }
        String cluster = cluster(run);
        if (!cluster.isEmpty()) {
            sentences.add(cluster);
        }
        String copied = copied(run);
        if (!copied.isEmpty()) {
            sentences.add(copied);
        }
        return sentences.isEmpty() ? Mail.NOTHING : String.join("\n", sentences);
    }

    private static String tasks(ComposeReport.Input run) {
        if (run.asked().recovers() && run.seen().tasksStood()) {
            return run.pause().owed()
                    ? "DMS tasks did not run, and could not all be started."
                    : "DMS tasks did not run, and were started.";
        }
        if (run.seen().tasksStood()) {
            return run.pause().owed()
                    ? "DMS tasks were stopped, and not all run again."
                    : "DMS tasks were stopped, and started again.";
        }
        return run.pause().owed()
                ? "DMS tasks were about to be stopped. It is not known whether they were."
                : "No DMS task was found stopped.";
    }

    private static String cluster(ComposeReport.Input run) {
        if (run.outcome() == Outcome.RESIZED && run.plan() instanceof Plan.Resize resize) {
            return grown(resize) + " A snapshot was taken before.";
        }
        if (!run.pause().isRecorded()) {
            return "";
        }
        if (run.seen().nodes().isEmpty()) {
            if (run.seen().resizeAsked().isEmpty()) {
                return "It is not known whether a resize was asked for: look at the cluster.";
            }
            return run.seen().resizeAsked().get()
                    ? "A resize was asked for, or was about to be. It is not known what became of"
                            + " the cluster: look at it."
                    : "No resize was asked for.";
        }
        int nodes = run.seen().nodes().get();
        if (!(run.plan() instanceof Plan.Resize resize)) {
            return "The cluster has %d nodes.".formatted(nodes);
        }
        return nodes == resize.to()
                ? grown(resize)
                : "The cluster has %d nodes%s."
                        .formatted(nodes, nodes == resize.from() ? ", as before" : "");
    }

    private static String grown(Plan.Resize resize) {
        return "The cluster has %d nodes instead of %d.".formatted(resize.to(), resize.from());
    }

    private static String copied(ComposeReport.Input run) {
        if (run.outcome() == Outcome.RECOVERED) {
            return "If the run that ended had begun a snapshot, Redshift deletes it after its"
                    + " retention.";
        }
        boolean stays = run.outcome() == Outcome.FAILED || run.pause().owed();
        return switch (run.seen().precopy()) {
            case PENDING -> "";
            case RUNNING, TAKEN ->
                    "A first snapshot was begun while replication ran. "
                            + (stays
                                    ? "It is kept, and deleted after its retention."
                                    : run.outcome() == Outcome.ANNOUNCED
                                            ? "It is removed at the end."
                                            : "It is removed now.");
            case FAILED ->
                    "A first snapshot was asked for while replication ran, and was not taken.";
        };
    }
}
