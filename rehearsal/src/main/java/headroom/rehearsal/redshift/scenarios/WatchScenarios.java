package headroom.rehearsal.redshift.scenarios;

import headroom.redshift.ClusterNames;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.rehearsal.scenario.Scenario;
import headroom.rehearsal.states.Execution.Status;
import headroom.simulated.redshift.RedshiftBehaviour.Quirk;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// The scenarios of what the watch tells by itself while no run is at work.
final class WatchScenarios {
    private static final Setup HALF_FULL = Setup.ORDINARY.withDisk(50);
    private static final String FOREIGN =
            "Headroom WARNING: something else publishes on the requests' topic, analytics";

    private WatchScenarios() {}

    static List<Scenario<RedshiftSimulation>> all() {
        return List.of(
                quiet(
                                "a_metric_that_stops_is_told_of_once_a_day",
                                "The cluster is available, and reports no disk use any more.",
                                HALF_FULL.with(Quirk.METRIC_STOPS),
                                _ -> {},
                                "Headroom WARNING: no disk metric, analytics",
                                "Headroom WARNING: no disk metric, analytics")
                        .lasting(Duration.ofHours(26)),
                quiet(
                                "a_cluster_that_is_gone_is_told_of_at_once",
                                "A person deletes the cluster and leaves the stack.",
                                HALF_FULL.with("minute#5:DELETE_CLUSTER"),
                                _ -> {},
                                "Headroom WARNING: there is no such cluster, analytics")
                        .lasting(Duration.ofHours(4)),
                quiet(
                                "a_paused_cluster_is_not_missed",
                                "A person pauses the cluster for the weekend.",
                                HALF_FULL.with("minute#5:PAUSE_CLUSTER_FOR_GOOD"),
                                _ -> {})
                        .lasting(Duration.ofHours(4)),
                quiet(
                                "the_watch_tells_what_was_left_for_it",
                                "A message had to be answered, and something else publishes on the"
                                        + " topic, again and again.",
                                HALF_FULL,
                                simulation -> {
                                    leave(simulation, 5, "answer", "Nothing was stopped.");
                                    leave(simulation, 20, "foreign", "An event of aws.rds came.");
                                    leave(simulation, 200, "foreign", "An event of aws.rds came.");
                                    leave(simulation, 1500, "foreign", "An event of aws.rds came.");
                                },
                                "Headroom: the answer to a message, analytics",
                                FOREIGN,
                                FOREIGN)
                        .lasting(Duration.ofHours(26)));
    }

    /// What the trigger writes when a message asks for it.
    private static void leave(
            RedshiftSimulation simulation, int minutes, String attribute, String text) {
        Map<String, AttributeValue> lease =
                Map.of(
                        "resource",
                        AttributeValue.fromS(new ClusterNames(Setup.CLUSTER).leaseKey()));
        UpdateItemRequest request =
                UpdateItemRequest.builder()
                        .key(lease)
                        .updateExpression("SET #" + attribute + " = :text")
                        .expressionAttributeNames(Map.of("#" + attribute, attribute))
                        .expressionAttributeValues(Map.of(":text", AttributeValue.fromS(text)))
                        .build();
        simulation
                .scheduler()
                .after(
                        Duration.ofMinutes(minutes),
                        () -> simulation.dynamoDb().updateItem(request));
    }

    private static Scenario<RedshiftSimulation> quiet(
            String name,
            String told,
            Setup setup,
            Consumer<RedshiftSimulation> course,
            String... reports) {
        return RedshiftScenario.of(
                name,
                told,
                setup,
                course,
                RedshiftScenario.ending(
                        Setup.NODES, Scenarios.ALL_RUN, List.<Status>of(), List.of(reports)));
    }
}
