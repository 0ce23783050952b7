package headroom.elasticache.plan;

import headroom.elasticache.Policy;
import headroom.elasticache.diagnosis.Diagnosis;
import headroom.elasticache.group.Change;
import headroom.elasticache.group.Group;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a person should know about a step that is planned.
///
/// @param outOfTurn whether it goes ahead though the mode or the window would hold it back
record Remarks(Facts facts, Policy policy, Diagnosis diagnosis, boolean outOfTurn) {
    /// @param passing what is in the way just now
    List<String> of(Change change, int newNodes, List<Obstacle> passing) {
        List<String> remarks = new ArrayList<>();
        if (change instanceof Change.SwitchMode it) {
            remarks.addAll(new Migration(facts, policy, diagnosis).remarks(it));
        }
        diagnosis.findings().stream()
                .filter(each -> each.kind().isOfClients())
                .forEach(
                        each ->
                                remarks.add(
                                        "Beside it, the clients are at fault, and no step cures that: %s %s"
                                                .formatted(each.sentence(), each.remedy())));
        passing.forEach(each -> remarks.add("In the way just now: " + each.sentence()));
        if (outOfTurn) {
            remarks.add(
                    policy.mode() == Policy.Mode.ASK
                            ? "The mode is ask, but the group is critical, so nobody is asked."
                            : "The window is closed, but the group is critical, so it is not"
                                    + " waited for.");
        }
        if (newNodes > 0 && facts.freeAddresses().isEmpty()) {
            remarks.add("How many addresses are free in its subnets could not be seen.");
        }
        if (newNodes > 0 && facts.nodeQuota().isEmpty()) {
            remarks.add("How many nodes a group may have in this account could not be seen.");
        }
        remarks.addAll(facts.unseen());
        if (mayBeDurable()) {
            remarks.add(
                    "Whether the group is durable cannot be seen here. Its log takes so many"
                            + " writes a second then, which no figure here shows.");
        }
        return remarks;
    }

    private boolean mayBeDurable() {
        Group group = facts.figures().group();
        return group.engine().name().toLowerCase(Locale.ROOT).equals("valkey")
                && group.engine().isAtLeast(9);
    }
}
