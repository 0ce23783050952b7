package headroom.rehearsal.redshift.scenarios;

import static headroom.rehearsal.redshift.scenarios.RedshiftScenario.scenario;
import static headroom.rehearsal.redshift.simulation.Setup.ORDINARY;
import static headroom.rehearsal.states.Execution.Status.SUCCEEDED;

import headroom.rehearsal.redshift.simulation.Setup;

import java.util.List;

/// Scenarios of what people and services publish, long before the alarm would fire.
final class MessageScenarios {
    private MessageScenarios() {}

    static List<RedshiftScenario> all() {
        return List.of(
                unanswered("a_notification_of_redshift_starts_nothing", Messages.OF_REDSHIFT)
                        .told("Somebody has subscribed the topic to the cluster's own events.")
                        .reports(Subjects.FOREIGN),
                message(
                                "an_alarm_by_eventbridge_resizes_the_cluster",
                                Messages.event("ALARM", "analytics"))
                        .told("A rule of EventBridge carries our alarm to the topic, at 84 %.")
                        .in(ORDINARY.withDisk(84))
                        .runs(SUCCEEDED, SUCCEEDED),
                unanswered(
                                "an_alarm_by_eventbridge_that_ends_does_nothing",
                                Messages.event("OK", "analytics"))
                        .told("A rule of EventBridge carries to the topic that our alarm is OK."),
                unanswered("an_alarm_that_ends_does_nothing", Messages.alarm("OK", "analytics"))
                        .told("The alarm goes from ALARM to OK."),
                unanswered(
                                "an_alarm_of_another_cluster_does_nothing",
                                Messages.alarm("ALARM", "marketing"))
                        .told("The topic carries an alarm that watches another cluster."),
                unanswered("a_message_that_says_stop_starts_nothing", "stop")
                        .told("A person publishes: stop.")
                        .reports(Subjects.ANSWERED),
                message("a_dry_run_in_another_spelling_changes_nothing", "{\"dryrun\": true}")
                        .told("A person asks for the plan alone, in lower case.")
                        .nodes(4)
                        .reports(Subjects.PLANNED),
                message("a_message_with_a_missing_brace_is_planned_only", "{\"nodes\": 12")
                        .told("A person asks for twelve nodes, and forgets the last brace.")
                        .nodes(4)
                        .reports(Subjects.PLANNED),
                message("a_message_asks_for_six_nodes", "{\"nodes\": 6}")
                        .told("A person asks for six nodes where eight are permitted as well.")
                        .nodes(6),
                message("a_message_asks_for_nodes_that_are_not_permitted", "{\"nodes\": 7}")
                        .told("A person asks for seven nodes, which Redshift does not offer.")
                        .nodes(4)
                        .reports(Subjects.REFUSED));
    }

    private static RedshiftScenario message(String name, String message) {
        return scenario(name).in(ORDINARY.withDisk(55)).published(message);
    }

    /// One that starts no run.
    private static RedshiftScenario unanswered(String name, String message) {
        return message(name, message).nodes(Setup.NODES).runs().reports();
    }
}
