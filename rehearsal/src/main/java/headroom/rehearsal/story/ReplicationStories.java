package headroom.rehearsal.story;

import static headroom.rehearsal.states.Execution.Status.SUCCEEDED;

import headroom.rehearsal.stage.Scene;

import java.util.List;

/// Stories of what else writes into the cluster than the tasks of the ordinary scene.
final class ReplicationStories {
    static final Scene SERVERLESS = Scene.ORDINARY.withServerless("clicks").withZeroEtl("zero-etl");

    private ReplicationStories() {}

    static List<Story> all() {
        return List.of(
                Story.of(
                        "a_serverless_replication_is_paused_and_resumed_among_the_tasks",
                        "A serverless replication writes beside the tasks, and so does a zero-ETL"
                                + " integration, which nobody can stop.",
                        SERVERLESS,
                        _ -> {},
                        new Ending(
                                8,
                                List.of(
                                        "orders",
                                        "customers",
                                        "payments",
                                        "archive",
                                        "clicks",
                                        "zero-etl"),
                                List.of(SUCCEEDED),
                                List.of("Headroom: analytics was resized; replication runs"))));
    }
}
