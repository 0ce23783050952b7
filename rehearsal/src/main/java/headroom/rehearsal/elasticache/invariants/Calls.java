package headroom.rehearsal.elasticache.invariants;

import headroom.rehearsal.elasticache.simulation.CacheSimulation;
import headroom.rehearsal.states.Execution;
import headroom.rehearsal.states.Json;
import headroom.simulated.elasticache.GroupIntervention;
import headroom.simulated.faults.Fault;
import headroom.simulated.faults.FaultKinds;
import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tells apart what the entries of a journal are about.
final class Calls {
    private static final Set<String> STEPS =
            Set.of(
                    "IncreaseReplicaCount",
                    "DecreaseReplicaCount",
                    "ModifyReplicationGroupShardConfiguration",
                    "ModifyReplicationGroup");

    private static final String PLANS = "PlanScaling answers ";

    private Calls() {}

    /// A run of Headroom's has asked for a step, and it was accepted.
    static boolean isStep(Entry entry) {
        return entry.kind() == Kind.CALL && STEPS.contains(entry.name()) && !entry.by().isEmpty();
    }

    static boolean takesBackup(Entry entry) {
        return entry.kind() == Kind.CALL
                && entry.name().equals("CreateSnapshot")
                && !entry.by().isEmpty();
    }

    static boolean isBy(GroupIntervention intervention, Entry entry) {
        return entry.kind() == Kind.PERSON && entry.name().equals(intervention.name());
    }

    /// Whether somebody beside Headroom has changed the group.
    static boolean changesGroupByHand(Entry entry) {
        return entry.kind() == Kind.PERSON && GroupIntervention.valueOf(entry.name()).isOfGroup();
    }

    /// The plan that a function has just answered with; empty if the entry is no such answer.
    static Optional<Map<?, ?>> plan(Entry entry) {
        if (entry.kind() != Kind.LOG || !entry.detail().startsWith(PLANS)) {
            return Optional.empty();
        }
        return Json.read(entry.detail().substring(PLANS.length())) instanceof Map<?, ?> said
                        && said.get("plan") instanceof Map<?, ?> plan
                ? Optional.of(plan)
                : Optional.empty();
    }

    /// Whether a function has just answered with a plan to take a step.
    static boolean plansAStep(Entry entry) {
        return plan(entry).filter(each -> "scale".equals(each.get("is"))).isPresent();
    }

    /// Whether a person asked for the very step that the run takes.
    static boolean isWished(Entry entry, CacheSimulation simulation) {
        return simulation
                .execution(entry.by())
                .filter(each -> !each.input("wish").isEmpty())
                .isPresent();
    }

    /// Whether a person asked for the run that the entry is of.
    static boolean isByHand(Entry entry, CacheSimulation simulation) {
        return simulation
                .execution(entry.by())
                .map((Execution each) -> each.input("cause"))
                .filter(cause -> cause.isEmpty() || cause.equals("manual"))
                .isPresent();
    }

    /// Whether DynamoDB refuses for good what the state machine would write on the lease.
    static boolean losesTheLease(CacheSimulation simulation) {
        return simulation.faults().planned(FaultKinds.UPDATE_ITEM).stream()
                .anyMatch(Fault::isForGood);
    }
}
