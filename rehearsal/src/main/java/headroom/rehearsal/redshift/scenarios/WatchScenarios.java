package headroom.rehearsal.redshift.scenarios;

import static headroom.rehearsal.redshift.scenarios.RedshiftScenario.scenario;

import headroom.redshift.ClusterNames;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.redshift.simulation.Setup;
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
    private static final String NO_METRIC = "Headroom WARNING: no disk metric, analytics";

    private WatchScenarios() {}

    static List<RedshiftScenario> all() {
        return List.of(
                quiet("a_metric_that_stops_is_told_of_once_a_day")
                        .told("The cluster is available, and reports no disk use any more.")
                        .in(HALF_FULL.with(Quirk.METRIC_STOPS))
                        .reports(NO_METRIC, NO_METRIC)
                        .lasting(Duration.ofHours(26)),
                quiet("a_cluster_that_is_gone_is_told_of_at_once")
                        .told("A person deletes the cluster and leaves the stack.")
                        .in(HALF_FULL.with("minute#5:DELETE_CLUSTER"))
                        .reports("Headroom WARNING: there is no such cluster, analytics")
                        .lasting(Duration.ofHours(4)),
                quiet("a_paused_cluster_is_not_missed")
                        .told("A person pauses the cluster for the weekend.")
                        .in(HALF_FULL.with("minute#5:PAUSE_CLUSTER_FOR_GOOD"))
                        .lasting(Duration.ofHours(4)),
                quiet("the_watch_tells_what_was_left_for_it")
                        .told(
                                "A message had to be answered, and something else publishes on the"
                                        + " topic, again and again.")
                        .after(Duration.ofMinutes(5), left("answer", "Nothing was stopped."))
                        .after(Duration.ofMinutes(20), left("foreign", "An event of aws.rds came."))
                        .after(
                                Duration.ofMinutes(200),
                                left("foreign", "An event of aws.rds came."))
                        .after(
                                Duration.ofMinutes(1500),
                                left("foreign", "An event of aws.rds came."))
                        .reports(Subjects.ANSWERED, Subjects.FOREIGN, Subjects.FOREIGN)
                        .lasting(Duration.ofHours(26)));
    }

    private static RedshiftScenario quiet(String name) {
        return scenario(name).in(HALF_FULL).nodes(Setup.NODES).runs().reports();
    }

    /// What the trigger writes when a message asks for it.
    private static Consumer<RedshiftSimulation> left(String attribute, String text) {
        UpdateItemRequest request =
                UpdateItemRequest.builder()
                        .key(
                                Map.of(
                                        "resource",
                                        AttributeValue.fromS(
                                                new ClusterNames(Setup.CLUSTER).leaseKey())))
                        .updateExpression("SET #" + attribute + " = :text")
                        .expressionAttributeNames(Map.of("#" + attribute, attribute))
                        .expressionAttributeValues(Map.of(":text", AttributeValue.fromS(text)))
                        .build();
        return simulation -> simulation.dynamoDb().updateItem(request);
    }
}
