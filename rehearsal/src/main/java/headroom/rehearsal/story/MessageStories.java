package headroom.rehearsal.story;

import static headroom.rehearsal.states.Execution.Status.SUCCEEDED;

import headroom.rehearsal.stage.Scene;
import headroom.rehearsal.states.Execution.Status;

import java.util.List;

/// Stories of what people and services publish, long before the alarm would fire.
final class MessageStories {
    private static final String PLANNED = "Headroom: analytics could be resized (plan only)";
    private static final int DISK = 55;

    private MessageStories() {}

    static List<Story> all() {
        return List.of(
                story(
                        "a_notification_of_redshift_starts_nothing",
                        "Somebody has subscribed the topic to the cluster's own events.",
                        Messages.OF_REDSHIFT,
                        4,
                        List.of(),
                        List.of(
                                "Headroom WARNING: something else publishes on the requests' topic,"
                                        + " analytics")),
                story(
                        "an_alarm_by_eventbridge_resizes_the_cluster",
                        "A rule of EventBridge carries our alarm to the topic, at 84 %.",
                        Scene.ORDINARY.withDisk(84),
                        Messages.event("ALARM", "analytics"),
                        new Ending(
                                8,
                                Stories.ALL_RUN,
                                List.of(SUCCEEDED, SUCCEEDED),
                                List.of(Stories.RESIZED))),
                story(
                        "an_alarm_by_eventbridge_that_ends_does_nothing",
                        "A rule of EventBridge carries to the topic that our alarm is OK.",
                        Messages.event("OK", "analytics"),
                        4,
                        List.of(),
                        List.of()),
                story(
                        "an_alarm_that_ends_does_nothing",
                        "The alarm goes from ALARM to OK.",
                        Messages.alarm("OK", "analytics"),
                        4,
                        List.of(),
                        List.of()),
                story(
                        "an_alarm_of_another_cluster_does_nothing",
                        "The topic carries an alarm that watches another cluster.",
                        Messages.alarm("ALARM", "marketing"),
                        4,
                        List.of(),
                        List.of()),
                story(
                        "a_message_that_says_stop_starts_nothing",
                        "A person publishes: stop.",
                        "stop",
                        4,
                        List.of(),
                        List.of("Headroom: the answer to a message, analytics")),
                story(
                        "a_dry_run_in_another_spelling_changes_nothing",
                        "A person asks for the plan alone, in lower case.",
                        "{\"dryrun\": true}",
                        4,
                        List.of(SUCCEEDED),
                        List.of(PLANNED)),
                story(
                        "a_message_with_a_missing_brace_is_planned_only",
                        "A person asks for twelve nodes, and forgets the last brace.",
                        "{\"nodes\": 12",
                        4,
                        List.of(SUCCEEDED),
                        List.of(PLANNED)),
                story(
                        "a_message_asks_for_six_nodes",
                        "A person asks for six nodes where eight are permitted as well.",
                        "{\"nodes\": 6}",
                        6,
                        List.of(SUCCEEDED),
                        List.of(Stories.RESIZED)),
                story(
                        "a_message_asks_for_nodes_that_are_not_permitted",
                        "A person asks for seven nodes, which Redshift does not offer.",
                        "{\"nodes\": 7}",
                        4,
                        List.of(SUCCEEDED),
                        List.of(PlanStories.REFUSED)));
    }

    private static Story story(
            String name,
            String told,
            String message,
            int nodes,
            List<Status> executions,
            List<String> reports) {
        return story(
                name,
                told,
                Scene.ORDINARY.withDisk(DISK),
                message,
                new Ending(nodes, Stories.ALL_RUN, executions, reports));
    }

    private static Story story(
            String name, String told, Scene scene, String message, Ending ending) {
        return Story.of(name, told, scene, stage -> stage.publish(message), ending);
    }
}
