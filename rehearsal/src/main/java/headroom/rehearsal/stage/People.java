package headroom.rehearsal.stage;

import headroom.rehearsal.aws.ClusterOwner;
import headroom.rehearsal.aws.TaskOwner;
import headroom.rehearsal.faults.Act;
import headroom.rehearsal.faults.Fault;
import headroom.rehearsal.faults.Kinds;
import headroom.rehearsal.journal.Kind;
import headroom.rehearsal.states.Execution;

import java.time.Duration;

/// Carries out what people and the world do in a story beside Headroom.
final class People {
    private static final double FLOOD = 1000;
    private static final Duration USED_UP = Duration.ofMinutes(10);

    private final Stage stage;
    private final TaskOwner taskOwner;
    private final ClusterOwner clusterOwner;

    People(Stage stage) {
        this.stage = stage;
        taskOwner = new TaskOwner(stage.dms(), stage.journal());
        clusterOwner = new ClusterOwner(stage.redshift(), stage.journal());
    }

    /// Makes the appointments of those who act by the clock.
    void begin() {
        for (Fault each : stage.faults().planned(Kinds.MINUTE)) {
            stage.agenda().after(Duration.ofMinutes(each.nth()), () -> act(each.what()));
        }
    }

    void entered(String state) {
        stage.faults().strike(Kinds.STATE + state).ifPresent(this::act);
    }

    private void act(String what) {
        Act act = Act.of(what);
        switch (act) {
            case ABORT -> abort();
            case REBOOT_CLUSTER,
                    PAUSE_CLUSTER,
                    PAUSE_CLUSTER_FOR_GOOD,
                    DELETE_CLUSTER,
                    RESIZE_CLUSTER ->
                    clusterOwner.act(act);
            case SNAPSHOT_BY_ITSELF -> stage.redshift().takeAutomatedSnapshot();
            case STOP_TASK, START_TASK, END_TASK, DELETE_TASK, FAIL_TASK, MODIFY_TASK, TEST_TASK ->
                    taskOwner.act(act, Act.taskOf(what));
            case PUBLISH -> publish(act, "more room, please");
            case FORGET -> publish(act, "{\"forget\": [\"orders\"]}");
            case FREE_LEASE -> {
                stage.journal().note(Kind.PERSON, act.name(), "removes the owner of the lease");
                stage.editLease(item -> item.remove("owner"));
            }
            case PUBLISH_DRY_RUN -> publish(act, "{\"dryRun\": true}");
            case USE_UP_DMS -> {
                stage.journal().note(Kind.PERSON, act.name(), "DMS is asked again and again");
                stage.dms().useUp(USED_UP);
            }
            case FLOOD -> {
                stage.journal().note(Kind.PERSON, act.name(), "the source writes more");
                stage.disk().flood(FLOOD);
            }
        }
    }

    private void abort() {
        for (Execution each : stage.executions()) {
            if (each.isRunning()) {
                stage.journal().note(Kind.PERSON, Act.ABORT.name(), each.name());
                each.abort("Stopped", "by a person");
            }
        }
    }

    private void publish(Act act, String message) {
        stage.journal().note(Kind.PERSON, act.name(), message);
        stage.publish(message);
    }
}
