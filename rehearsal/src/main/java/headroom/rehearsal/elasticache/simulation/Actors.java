package headroom.rehearsal.elasticache.simulation;

import headroom.rehearsal.states.Execution;
import headroom.simulated.elasticache.GroupIntervention;
import headroom.simulated.elasticache.GroupOwner;
import headroom.simulated.elasticache.load.Clients;
import headroom.simulated.faults.Fault;
import headroom.simulated.faults.FaultKinds;
import headroom.simulated.journal.Kind;

import java.time.Duration;

/// Carries out what people and the world do in a scenario beside Headroom.
final class Actors {
    private static final double FLOOD = 10;

    private static final Clients CHURNING =
            Clients.ORDINARY.with(Clients.Connecting.ONE_FOR_EACH_COMMAND);

    private final CacheSimulation simulation;
    private final GroupOwner owner;

    Actors(CacheSimulation simulation, GroupOwner owner) {
        this.simulation = simulation;
        this.owner = owner;
    }

    /// Makes the appointments of those who act by the clock.
    void begin() {
        for (Fault each : simulation.faults().planned(FaultKinds.MINUTE)) {
            simulation.scheduler().after(Duration.ofMinutes(each.nth()), () -> act(each.what()));
        }
    }

    void entered(String state) {
        simulation.faults().strike(FaultKinds.STATE + state).ifPresent(this::act);
    }

    private void act(String what) {
        act(GroupIntervention.valueOf(what));
    }

    void act(GroupIntervention intervention) {
        switch (intervention) {
            case ABORT -> abort();
            case ADD_SHARD,
                    ADD_REPLICA,
                    CHANGE_NODE_TYPE,
                    DELETE_GROUP,
                    FAIL_OVER,
                    BACKUP_BY_ITSELF,
                    SWITCH_MODE,
                    SWITCH_MODE_BACK ->
                    owner.act(intervention);
            case PUBLISH -> publish(intervention, "more room, please");
            case PUBLISH_DRY_RUN -> publish(intervention, "{\"dryRun\": true}");
            case FREE_LEASE -> {
                note(intervention, "removes the owner of the lease");
                simulation.editLease(item -> item.remove("owner"));
            }
            case FLOOD -> {
                note(intervention, "clients ask ten times as much");
                simulation.change(each -> each.times(FLOOD));
            }
            case PUBLISH_START -> publish(intervention, "{\"migrate\": \"start\"}");
            case PUBLISH_FINISH -> publish(intervention, "{\"migrate\": \"finish\"}");
            case PUBLISH_BACK -> publish(intervention, "{\"migrate\": \"back\"}");
            case CURE -> {
                note(intervention, "clients do as they should");
                simulation.change(each -> each.by(Clients.SHARING));
            }
            case CHURN -> {
                note(intervention, "clients open a connection for each command");
                simulation.change(each -> each.by(CHURNING));
            }
        }
    }

    private void abort() {
        for (Execution each : simulation.executions()) {
            if (each.isRunning()) {
                note(GroupIntervention.ABORT, each.name());
                each.abort("Stopped", "by a person");
            }
        }
    }

    private void publish(GroupIntervention intervention, String message) {
        note(intervention, message);
        simulation.publish(message);
    }

    private void note(GroupIntervention intervention, String what) {
        simulation.journal().note(Kind.PERSON, intervention.name(), what);
    }
}
