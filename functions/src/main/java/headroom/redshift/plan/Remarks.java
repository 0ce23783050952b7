package headroom.redshift.plan;

import headroom.redshift.Policy;
import headroom.redshift.cluster.ResizeMethod;
import headroom.redshift.plan.Obstacles.Obstacle;
import headroom.redshift.replication.Replication;
import headroom.redshift.replication.Replication.State;
import headroom.text.Listing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a person should know about a resize that is planned.
///
/// @param outOfTurn whether it goes ahead though the mode or the window would hold it back
record Remarks(Facts facts, Policy policy, Precopy precopy, boolean outOfTurn) {
    /// @param pause the expected one
    List<String> of(Sizing.Chosen chosen, Duration pause, Optional<Obstacle> inTheWayNow) {
        List<String> remarks = new ArrayList<>(chosen.remarks());
        inTheWayNow.ifPresent(each -> remarks.add("In the way just now: " + each.sentence()));
        if (chosen.method() == ResizeMethod.CLASSIC) {
            remarks.add(
                    ClassicKind.of(facts, chosen.size().nodes())
                            .sentence(pause.minus(ExpectedPause.AROUND_CLASSIC).toHours()));
        }
        List<String> unknown = facts.cluster().pendingUnknown();
        if (!unknown.isEmpty()) {
            remarks.add(
                    "Redshift lists as pending what is not known here, and so is not waited for: %s. Should the resize be refused, see in the Redshift console what that is."
                            .formatted(String.join(", ", unknown)));
        }
        if (precopy == Precopy.RUNNING && facts.isCritical(policy)) {
            remarks.add(
                    "The disk became critical while the snapshot before the pause (pre-copy) was"
                            + " being taken. So replication is paused at once, and the end of that"
                            + " snapshot waited for in the pause.");
        }
        if (precopy == Precopy.FAILED) {
            remarks.add(
                    "The snapshot before the pause (pre-copy) failed, so the one in the pause has"
                            + " more to copy.");
        }
        if (!facts.mayDouble().isEmpty()) {
            remarks.add(
                    "Rows may double when these tasks resume, as they do not have"
                            + " ApplyErrorInsertPolicy INSERT_RECORD: "
                            + Listing.of(facts.mayDouble().stream().map(Replication::name).toList())
                            + ". docs/doubled-rows.md says what to do about it.");
        }
        if (!facts.tablesInError().isEmpty()) {
            remarks.add(
                    "Tables in error, which are loaded again when their task is restarted: "
                            + Listing.of(facts.tablesInError())
                            + ".");
        }
        unknown().ifPresent(remarks::add);
        if (!facts.strangers().isEmpty()) {
            remarks.add(
                    "Left running, as the setting otherEndpoints says ignore: "
                            + Listing.of(facts.strangers())
                            + ".");
        }
        if (outOfTurn) {
            remarks.add(
                    "Disk use is at or above the critical %d %%, so neither the mode nor the window holds it back."
                            .formatted(policy.criticalPercent()));
        }
        return remarks;
    }

    private Optional<String> unknown() {
        List<String> unknown =
                facts.tasks().stream()
                        .filter(each -> each.state() == State.UNKNOWN)
                        .map(Replication::sentence)
                        .toList();
        return unknown.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Left alone, as nobody knows what its status means, and the disk is"
                                + " critical: "
                                + Listing.of(unknown)
                                + ". If it writes, it meets a read-only cluster.");
    }
}
