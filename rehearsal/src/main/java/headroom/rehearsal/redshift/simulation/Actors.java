package headroom.rehearsal.redshift.simulation;

import headroom.rehearsal.states.Execution;
import headroom.simulated.faults.Fault;
import headroom.simulated.faults.FaultKinds;
import headroom.simulated.journal.Kind;
import headroom.simulated.redshift.ClusterOwner;
import headroom.simulated.redshift.Intervention;
import headroom.simulated.redshift.TaskOwner;

import java.time.Duration;

/// Carries out what people and the world do in a scenario beside Headroom.
final class Actors {
    private static final double FLOOD = 1000;
    private static final Duration USED_UP = Duration.ofMinutes(10);

    private final RedshiftSimulation simulation;
    private final TaskOwner taskOwner;
    private final ClusterOwner clusterOwner;

    Actors(RedshiftSimulation simulation) {
        this.simulation = simulation;
        taskOwner = new TaskOwner(simulation.dms(), simulation.journal());
        clusterOwner = new ClusterOwner(simulation.redshift(), simulation.journal());
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
        Intervention intervention = Intervention.of(what);
        switch (intervention) {
            case ABORT -> abort();
            case REBOOT_CLUSTER,
                    PAUSE_CLUSTER,
                    PAUSE_CLUSTER_FOR_GOOD,
                    DELETE_CLUSTER,
                    RESIZE_CLUSTER ->
                    clusterOwner.act(intervention);
            case SNAPSHOT_BY_ITSELF -> simulation.redshift().takeAutomatedSnapshot();
            case STOP_TASK, START_TASK, END_TASK, DELETE_TASK, FAIL_TASK, MODIFY_TASK, TEST_TASK ->
                    taskOwner.act(intervention, Intervention.taskOf(what));
            case PUBLISH -> publish(intervention, "more room, please");
            case FORGET -> publish(intervention, "{\"forget\": [\"orders\"]}");
            case FREE_LEASE -> {
                simulation
                        .journal()
                        .note(Kind.PERSON, intervention.name(), "removes the owner of the lease");
                simulation.editLease(item -> item.remove("owner"));
            }
            case PUBLISH_DRY_RUN -> publish(intervention, "{\"dryRun\": true}");
            case USE_UP_DMS -> {
                simulation
                        .journal()
                        .note(Kind.PERSON, intervention.name(), "DMS is asked again and again");
                simulation.dms().useUp(USED_UP);
            }
            case FLOOD -> {
                simulation
                        .journal()
                        .note(Kind.PERSON, intervention.name(), "the source writes more");
                simulation.disk().flood(FLOOD);
            }
        }
    }

    private void abort() {
        for (Execution each : simulation.executions()) {
            if (each.isRunning()) {
                simulation.journal().note(Kind.PERSON, Intervention.ABORT.name(), each.name());
                each.abort("Stopped", "by a person");
            }
        }
    }

    private void publish(Intervention intervention, String message) {
        simulation.journal().note(Kind.PERSON, intervention.name(), message);
        simulation.publish(message);
    }
}
