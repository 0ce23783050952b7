package headroom.rehearsal.redshift.scenarios;

import static headroom.rehearsal.states.Execution.Status.SUCCEEDED;

import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.rehearsal.scenario.Ending;
import headroom.rehearsal.scenario.Scenario;
import headroom.rehearsal.states.Execution.Status;

import java.util.List;

/// Scenarios of what people and services publish, long before the alarm would fire.
final class MessageScenarios {
    private static final String PLANNED = "Headroom: analytics could be resized (plan only)";
    private static final int DISK = 55;

    private MessageScenarios() {}

    static List<Scenario<RedshiftSimulation>> all() {
        return List.of(
                scenario(
                        "a_notification_of_redshift_starts_nothing",
                        "Somebody has subscribed the topic to the cluster's own events.",
                        Messages.OF_REDSHIFT,
                        4,
                        List.of(),
                        List.of(
                                "Headroom WARNING: something else publishes on the requests' topic,"
                                        + " analytics")),
                scenario(
                        "an_alarm_by_eventbridge_resizes_the_cluster",
                        "A rule of EventBridge carries our alarm to the topic, at 84 %.",
                        Setup.ORDINARY.withDisk(84),
                        Messages.event("ALARM", "analytics"),
                        RedshiftScenario.ending(
                                8,
                                Scenarios.ALL_RUN,
                                List.of(SUCCEEDED, SUCCEEDED),
                                List.of(Scenarios.RESIZED))),
                scenario(
                        "an_alarm_by_eventbridge_that_ends_does_nothing",
                        "A rule of EventBridge carries to the topic that our alarm is OK.",
                        Messages.event("OK", "analytics"),
                        4,
                        List.of(),
                        List.of()),
                scenario(
                        "an_alarm_that_ends_does_nothing",
                        "The alarm goes from ALARM to OK.",
                        Messages.alarm("OK", "analytics"),
                        4,
                        List.of(),
                        List.of()),
                scenario(
                        "an_alarm_of_another_cluster_does_nothing",
                        "The topic carries an alarm that watches another cluster.",
                        Messages.alarm("ALARM", "marketing"),
                        4,
                        List.of(),
                        List.of()),
                scenario(
                        "a_message_that_says_stop_starts_nothing",
                        "A person publishes: stop.",
                        "stop",
                        4,
                        List.of(),
                        List.of("Headroom: the answer to a message, analytics")),
                scenario(
                        "a_dry_run_in_another_spelling_changes_nothing",
                        "A person asks for the plan alone, in lower case.",
                        "{\"dryrun\": true}",
                        4,
                        List.of(SUCCEEDED),
                        List.of(PLANNED)),
                scenario(
                        "a_message_with_a_missing_brace_is_planned_only",
                        "A person asks for twelve nodes, and forgets the last brace.",
                        "{\"nodes\": 12",
                        4,
                        List.of(SUCCEEDED),
                        List.of(PLANNED)),
                scenario(
                        "a_message_asks_for_six_nodes",
                        "A person asks for six nodes where eight are permitted as well.",
                        "{\"nodes\": 6}",
                        6,
                        List.of(SUCCEEDED),
                        List.of(Scenarios.RESIZED)),
                scenario(
                        "a_message_asks_for_nodes_that_are_not_permitted",
                        "A person asks for seven nodes, which Redshift does not offer.",
                        "{\"nodes\": 7}",
                        4,
                        List.of(SUCCEEDED),
                        List.of(PlanScenarios.REFUSED)));
    }

    private static Scenario<RedshiftSimulation> scenario(
            String name,
            String told,
            String message,
            int nodes,
            List<Status> executions,
            List<String> reports) {
        return scenario(
                name,
                told,
                Setup.ORDINARY.withDisk(DISK),
                message,
                RedshiftScenario.ending(nodes, Scenarios.ALL_RUN, executions, reports));
    }

    private static Scenario<RedshiftSimulation> scenario(
            String name, String told, Setup setup, String message, Ending ending) {
        return RedshiftScenario.of(
                name, told, setup, simulation -> simulation.publish(message), ending);
    }
}
