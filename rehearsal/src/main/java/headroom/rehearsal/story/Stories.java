package headroom.rehearsal.story;

import static headroom.rehearsal.states.Execution.Status.ABORTED;
import static headroom.rehearsal.states.Execution.Status.FAILED;
import static headroom.rehearsal.states.Execution.Status.SUCCEEDED;

import headroom.Policy;
import headroom.rehearsal.aws.RedshiftDials;
import headroom.rehearsal.aws.RedshiftDials.Trouble;
import headroom.rehearsal.aws.SimulatedTask;
import headroom.rehearsal.faults.Fault;
import headroom.rehearsal.stage.Scene;
import headroom.rehearsal.stage.Stage;
import headroom.rehearsal.states.Execution.Status;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// All stories that have a transcript. The first is the one that `./rehearse` plays.
public final class Stories {
    static final List<String> ALL_RUN = List.of("orders", "customers", "payments", "archive");
    static final String RESIZED = "Headroom: analytics was resized; replication runs";
    static final String NOT_RESIZED = "Headroom: analytics was NOT resized; replication runs";
    static final String RECOVERED = "Headroom: analytics has its replication back";
    static final String FREED =
            "Headroom: analytics had a run that ended early; no task was left stopped";
    static final String CRITICAL =
            "Headroom CRITICAL (log ends 23 Nov 04:26Z, disk 40 %): DMS tasks NOT running,"
                    + " analytics";

    /// The longest of the limits of a run, some times over.
    private static final Duration UPSET = Duration.ofDays(12);

    private Stories() {}

    public static List<Story> all() {
        return Stream.of(
                        ordinary(),
                        PlanStories.all(),
                        SizeStories.all(),
                        ReplicationStories.all(),
                        SnapshotStories.all(),
                        PauseStories.all(),
                        EndedTaskStories.all(),
                        RelapseStories.all(),
                        LatecomerStories.all(),
                        DmsStories.all(),
                        ForgetStories.all(),
                        WatchStories.all(),
                        MessageStories.all())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Story> ordinary() {
        return List.of(
                story(
                        "a_disk_alarm_resizes_the_cluster",
                        "The alarm fires; four nodes become eight, and replication comes back.",
                        Scene.ORDINARY,
                        Stories::untouched,
                        ending(8, ALL_RUN, List.of(SUCCEEDED), List.of(RESIZED))),
                story(
                        "a_message_published_by_hand_resizes_the_cluster",
                        "A person publishes plain text, long before the alarm would fire.",
                        Scene.ORDINARY.withDisk(55),
                        stage -> stage.publish("more room, please"),
                        ending(8, ALL_RUN, List.of(SUCCEEDED), List.of(RESIZED))),
                story(
                        "a_dry_run_changes_nothing",
                        "A person asks for the plan alone.",
                        Scene.ORDINARY.withDisk(55),
                        stage -> stage.publish("{\"dryRun\": true}"),
                        ending(
                                4,
                                ALL_RUN,
                                List.of(SUCCEEDED),
                                List.of("Headroom: analytics could be resized (plan only)"))),
                story(
                        "a_second_alarm_during_a_run_stands_down",
                        "Another alarm on the same cluster fires while the cluster is resized.",
                        Scene.ORDINARY,
                        stage ->
                                in(
                                        stage,
                                        Duration.ofMinutes(35),
                                        () -> stage.publish(Messages.alarm("ALARM", "analytics"))),
                        ending(8, ALL_RUN, List.of(SUCCEEDED, SUCCEEDED), List.of(RESIZED))),
                story(
                        "a_message_by_hand_during_a_run_is_declined",
                        "A person publishes a message while the cluster is resized.",
                        Scene.ORDINARY,
                        stage ->
                                in(
                                        stage,
                                        Duration.ofMinutes(35),
                                        () -> stage.publish("now, please")),
                        ending(
                                8,
                                ALL_RUN,
                                List.of(SUCCEEDED, SUCCEEDED),
                                List.of(
                                        "Headroom: a message was declined, as the lease is held,"
                                                + " analytics",
                                        RESIZED))),
                story(
                        "a_message_delivered_twice_starts_one_run",
                        "SNS delivers one notification twice at the same instant. Another alarm,"
                                + " which fires a little later, stands down.",
                        Scene.ORDINARY.withDisk(81),
                        stage ->
                                stage.topic()
                                        .publishAndDeliverTwice(
                                                Messages.alarm("ALARM", "analytics")),
                        ending(8, ALL_RUN, List.of(SUCCEEDED, SUCCEEDED), List.of(RESIZED))),
                story(
                        "replication_resumes_when_the_snapshot_fails",
                        "Redshift ends the snapshot in the pause as failed. The watch tries again,"
                                + " and then it works.",
                        Scene.ORDINARY.with("cluster.Snapshot#2:FAILS"),
                        Stories::untouched,
                        ending(
                                8,
                                ALL_RUN,
                                List.of(FAILED, SUCCEEDED),
                                List.of(NOT_RESIZED, RESIZED))),
                story(
                        "replication_resumes_when_the_resize_is_refused",
                        "Redshift offers eight nodes, and refuses them when asked for the first"
                                + " time.",
                        Scene.ORDINARY.with(Trouble.RESIZE_REFUSED),
                        Stories::untouched,
                        ending(
                                8,
                                ALL_RUN,
                                List.of(FAILED, SUCCEEDED),
                                List.of(NOT_RESIZED, RESIZED))),
                story(
                        "replication_resumes_when_the_resize_fails_midway",
                        "The resize is accepted, and falls back to four nodes. The second one does"
                                + " not.",
                        Scene.ORDINARY.with(Trouble.RESIZE_FAILS),
                        Stories::untouched,
                        ending(
                                8,
                                ALL_RUN,
                                List.of(FAILED, SUCCEEDED),
                                List.of(NOT_RESIZED, RESIZED))),
                story(
                        "replication_resumes_when_a_task_fails_to_stop",
                        "One task ends as failed when it is stopped for the first time.",
                        Scene.ORDINARY.withTaskThat(
                                "customers", SimulatedTask.Trouble.FAILS_TO_STOP),
                        Stories::untouched,
                        ending(
                                8,
                                ALL_RUN,
                                List.of(FAILED, SUCCEEDED),
                                List.of(NOT_RESIZED, RESIZED))),
                story(
                        "a_task_that_does_not_resume_is_named_and_brought_back",
                        "One task fails the first three times it is started. The watch starts it"
                                + " once more.",
                        Scene.ORDINARY.withTaskThat(
                                "payments", SimulatedTask.Trouble.FAILS_TO_START),
                        Stories::untouched,
                        ending(
                                8,
                                ALL_RUN,
                                List.of(FAILED, SUCCEEDED),
                                List.of(CRITICAL, RECOVERED))),
                story(
                        "the_watch_recovers_a_run_aborted_in_mid_resize",
                        "A person aborts the execution while the cluster is resized.",
                        Scene.ORDINARY,
                        stage -> in(stage, Duration.ofMinutes(35), stage::abortAll),
                        ending(8, ALL_RUN, List.of(ABORTED, SUCCEEDED), List.of(RECOVERED))),
                story(
                        "the_watch_answers_an_alarm_whose_notification_is_lost",
                        "SNS loses the alarm's notification.",
                        Scene.ORDINARY,
                        stage -> stage.topic().loseMessages(1),
                        ending(8, ALL_RUN, List.of(SUCCEEDED), List.of(RESIZED))),
                story(
                        "nothing_is_touched_when_the_lease_cannot_be_taken",
                        "DynamoDB is unavailable when the run begins. The watch starts another.",
                        Scene.ORDINARY.with(
                                "machine.UpdateItem#1x9:DynamoDB.InternalServerErrorException/BEFORE"),
                        Stories::untouched,
                        ending(
                                8,
                                ALL_RUN,
                                List.of(FAILED, SUCCEEDED),
                                List.of("Headroom: analytics was NOT resized", RESIZED))),
                story(
                        "the_watch_frees_a_lease_that_could_not_be_released",
                        "DynamoDB is unavailable when the run ends.",
                        Scene.ORDINARY.with(
                                "machine.UpdateItem#6x16:DynamoDB.InternalServerErrorException/BEFORE"),
                        Stories::untouched,
                        ending(8, ALL_RUN, List.of(FAILED, SUCCEEDED), List.of(RESIZED, FREED))),
                story(
                        "a_report_that_cannot_be_published_comes_late",
                        "The operators' topic is unavailable when the run ends.",
                        Scene.ORDINARY.with(
                                "machine.Publish#1x9:SNS.InternalErrorException/BEFORE"),
                        Stories::untouched,
                        ending(
                                8,
                                ALL_RUN,
                                List.of(FAILED),
                                List.of(
                                        "Headroom (late): analytics was resized; replication"
                                                + " runs"))),
                story(
                        "a_long_resize_is_warned_of_before_the_source_log_expires",
                        "A classic resize that twelve hours were allowed for takes thirty; the"
                                + " source keeps its log for twenty-four. After the first warning a"
                                + " person has it kept for two days.",
                        Scene.ORDINARY
                                .withNodes(1)
                                .with(Policy.upTo(16).withClassic(Duration.ofHours(12)))
                                .with(
                                        RedshiftDials.ORDINARY.withClassicResizeOf(
                                                Duration.ofHours(30))),
                        stage ->
                                in(
                                        stage,
                                        Duration.ofHours(14),
                                        () -> stage.dms().keepSourceLog(Duration.ofHours(48))),
                        ending(
                                2,
                                ALL_RUN,
                                List.of(SUCCEEDED),
                                List.of(
                                        PlanStories.ANNOUNCED,
                                        warning(50),
                                        warning(80),
                                        warning(100),
                                        RESIZED))));
    }

    /// The ordinary scene, upset by faults.
    public static Story upset(List<Fault> faults) {
        return upset(Scene.ORDINARY.with(faults));
    }

    /// A scene that is upset by its faults.
    public static Story upset(Scene scene) {
        return Story.open(
                "upset",
                scene.faults().isEmpty() ? "Nothing is upset." : "Upset by: " + scene.faults(),
                scene,
                Stories::untouched,
                UPSET);
    }

    /// The ordinary scene, begun by a message of the user's own.
    public static Story ofMessage(String message, List<Fault> faults) {
        return Story.open(
                "your_message",
                "A message from a file is published; disk use is at 50 %.",
                Scene.ORDINARY.withDisk(50).with(faults),
                stage -> stage.publish(message),
                Duration.ofHours(3));
    }

    private static String warning(int percent) {
        return "Headroom WARNING: DMS tasks paused for %d %% of the log retention, analytics"
                .formatted(percent);
    }

    private static void untouched(Stage stage) {
        // The disk fills by itself, and the alarm does the rest.
    }

    private static void in(Stage stage, Duration delay, Runnable act) {
        stage.agenda().after(delay, act);
    }

    private static Story story(
            String name, String told, Scene scene, Consumer<Stage> plot, Ending ending) {
        return Story.of(name, told, scene, plot, ending);
    }

    private static Ending ending(
            int nodes, List<String> running, List<Status> executions, List<String> reports) {
        return new Ending(nodes, running, executions, reports);
    }
}
