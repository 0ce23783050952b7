package headroom.redshift.drill;

import headroom.redshift.cluster.ResizeMethod;
import headroom.report.Evidence;

import java.util.Optional;

/// What is to be drilled, or why nothing is.
public sealed interface DrillPlan {
    /// For people.
    String sentence();

    Evidence evidence();

    default DrillOutcome outcome(boolean dryRun) {
        return switch (this) {
            case Drill _ -> dryRun ? DrillOutcome.PLANNED : DrillOutcome.FAILED;
            case Refused _ -> DrillOutcome.REFUSED;
        };
    }

    /// @param snapshot what the copy is restored from
    /// @param from the number of nodes of the cluster, and of the copy at first
    /// @param to the number of nodes that the copy is resized to
    /// @param megabytes on the cluster's disks, if that is known
    /// @param nodes that the drill uses at the most at any moment
    /// @param nodeHours that it is expected to use
    /// @param seconds from the request for a copy until the copy is given up
    /// @param expirySeconds from that request until the copy has to be gone
    record Drill(
            String snapshot,
            int from,
            int to,
            String nodeType,
            ResizeMethod method,
            Optional<Double> megabytes,
            int nodes,
            int nodeHours,
            int seconds,
            int expirySeconds,
            String sentence,
            Evidence evidence)
            implements DrillPlan {}

    /// @param about in few words, the same each time
    /// @param passes whether it passes within hours, so that the watch tries again on the same day
    /// @param wayOut what a person can do about it
    record Refused(String about, boolean passes, String sentence, String wayOut, Evidence evidence)
            implements DrillPlan {}
}
