package headroom.rehearsal.redshift.scenarios;

import static headroom.rehearsal.redshift.scenarios.RedshiftScenario.scenario;
import static headroom.rehearsal.redshift.simulation.Setup.ORDINARY;
import static headroom.rehearsal.states.Execution.Status.ABORTED;
import static headroom.rehearsal.states.Execution.Status.FAILED;
import static headroom.rehearsal.states.Execution.Status.SUCCEEDED;

import headroom.redshift.Policy;
import headroom.redshift.RedshiftSettings;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.rehearsal.scenario.Scenario;
import headroom.simulated.faults.Fault;
import headroom.simulated.redshift.RedshiftBehaviour;
import headroom.simulated.redshift.RedshiftBehaviour.Quirk;
import headroom.simulated.redshift.SimulatedTask;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// All scenarios that have a transcript. The first is the one that `./rehearse` runs.
public final class Scenarios {
    private static final Duration IN_MID_RESIZE = Duration.ofMinutes(35);

    /// The longest of the limits of a run, some times over.
    private static final Duration UPSET = Duration.ofDays(12);

    private Scenarios() {}

    public static List<Scenario<RedshiftSimulation>> all() {
        return Stream.of(
                        ordinary(),
                        PlanScenarios.all(),
                        SizeScenarios.all(),
                        ReplicationScenarios.all(),
                        SnapshotScenarios.all(),
                        PauseScenarios.all(),
                        EndedTaskScenarios.all(),
                        RelapseScenarios.all(),
                        LatecomerScenarios.all(),
                        DmsScenarios.all(),
                        ForgetScenarios.all(),
                        WatchScenarios.all(),
                        MessageScenarios.all(),
                        DrillScenarios.all())
                .flatMap(List::stream)
                .map(RedshiftScenario::build)
                .toList();
    }

    private static List<RedshiftScenario> ordinary() {
        return List.of(
                scenario("a_disk_alarm_resizes_the_cluster")
                        .told(
                                "The alarm fires; four nodes become eight, and replication comes"
                                        + " back."),
                scenario("a_message_published_by_hand_resizes_the_cluster")
                        .told("A person publishes plain text, long before the alarm would fire.")
                        .in(ORDINARY.withDisk(55))
                        .published("more room, please"),
                scenario("a_dry_run_changes_nothing")
                        .told("A person asks for the plan alone.")
                        .in(ORDINARY.withDisk(55))
                        .published("{\"dryRun\": true}")
                        .nodes(4)
                        .reports(Subjects.PLANNED),
                scenario("a_second_alarm_during_a_run_stands_down")
                        .told(
                                "Another alarm on the same cluster fires while the cluster is"
                                        + " resized.")
                        .publishedAfter(IN_MID_RESIZE, Messages.alarm("ALARM", "analytics"))
                        .runs(SUCCEEDED, SUCCEEDED),
                scenario("a_message_by_hand_during_a_run_is_declined")
                        .told("A person publishes a message while the cluster is resized.")
                        .publishedAfter(IN_MID_RESIZE, "now, please")
                        .runs(SUCCEEDED, SUCCEEDED)
                        .reports(Subjects.DECLINED, Subjects.RESIZED),
                scenario("a_message_delivered_twice_starts_one_run")
                        .told(
                                "SNS delivers one notification twice at the same instant. Another"
                                        + " alarm, which fires a little later, stands down.")
                        .in(ORDINARY.withDisk(81))
                        .begins(Scenarios::deliverTwice)
                        .runs(SUCCEEDED, SUCCEEDED),
                secondTry("replication_resumes_when_the_snapshot_fails")
                        .told(
                                "Redshift ends the snapshot in the pause as failed. The watch tries"
                                        + " again, and then it works.")
                        .in(ORDINARY.with("cluster.Snapshot#2:FAILS")),
                secondTry("replication_resumes_when_the_resize_is_refused")
                        .told(
                                "Redshift offers eight nodes, and refuses them when asked for the"
                                        + " first time.")
                        .in(ORDINARY.with(Quirk.RESIZE_REFUSED)),
                secondTry("replication_resumes_when_the_resize_fails_midway")
                        .told(
                                "The resize is accepted, and falls back to four nodes. The second"
                                        + " one does not.")
                        .in(ORDINARY.with(Quirk.RESIZE_FAILS)),
                secondTry("replication_resumes_when_a_task_fails_to_stop")
                        .told("One task ends as failed when it is stopped for the first time.")
                        .in(ORDINARY.withTaskThat("customers", SimulatedTask.Quirk.FAILS_TO_STOP)),
                scenario("a_task_that_does_not_resume_is_named_and_brought_back")
                        .told(
                                "One task fails the first three times it is started. The watch"
                                        + " starts it once more.")
                        .in(ORDINARY.withTaskThat("payments", SimulatedTask.Quirk.FAILS_TO_START))
                        .runs(FAILED, SUCCEEDED)
                        .reports(Subjects.CRITICAL, Subjects.RECOVERED),
                scenario("the_watch_recovers_a_run_aborted_in_mid_resize")
                        .told("A person aborts the execution while the cluster is resized.")
                        .after(IN_MID_RESIZE, RedshiftSimulation::abortAll)
                        .runs(ABORTED, SUCCEEDED)
                        .reports(Subjects.RECOVERED),
                scenario("the_watch_answers_an_alarm_whose_notification_is_lost")
                        .told("SNS loses the alarm's notification.")
                        .begins(simulation -> simulation.topic().loseMessages(1)),
                scenario("nothing_is_touched_when_the_lease_cannot_be_taken")
                        .told(
                                "DynamoDB is unavailable when the run begins. The watch starts"
                                        + " another.")
                        .in(
                                ORDINARY.with(
                                        "machine.UpdateItem#1x9:DynamoDB.InternalServerErrorException/BEFORE"))
                        .runs(FAILED, SUCCEEDED)
                        .reports("Headroom: analytics was NOT resized", Subjects.RESIZED),
                scenario("the_watch_frees_a_lease_that_could_not_be_released")
                        .told("DynamoDB is unavailable when the run ends.")
                        .in(
                                ORDINARY.with(
                                        "machine.UpdateItem#6x16:DynamoDB.InternalServerErrorException/BEFORE"))
                        .runs(FAILED, SUCCEEDED)
                        .reports(
                                Subjects.RESIZED,
                                "Headroom: analytics had a run that ended early; no task was left"
                                        + " stopped"),
                scenario("a_report_that_cannot_be_published_comes_late")
                        .told("The operators' topic is unavailable when the run ends.")
                        .in(ORDINARY.with("machine.Publish#1x9:SNS.InternalErrorException/BEFORE"))
                        .runs(FAILED)
                        .reports("Headroom (late): analytics was resized; replication runs"),
                scenario("an_event_that_cannot_be_sent_keeps_nothing_waiting")
                        .told("EventBridge refuses the event of the run each time.")
                        .in(ORDINARY.with("machine.PutEvents#1+:EventBridge.FailedEntry/BEFORE")),
                scenario("a_resize_that_hangs_is_warned_of_within_hours")
                        .told(
                                "Redshift reports the resize in progress for more than a day, and"
                                    + " the source keeps its log for a week: no warning of the log"
                                    + " would come before.")
                        .in(ORDINARY.withSourceLog(168).with("cluster.Resize#1:HANGS"))
                        .reports(Subjects.OVERDUE, Subjects.RESIZED),
                scenario("a_long_resize_is_warned_of_before_the_source_log_expires")
                        .told(
                                "A classic resize that twelve hours were allowed for takes thirty;"
                                    + " the source keeps its log for twenty-four. After the first"
                                    + " warning a person has it kept for two days.")
                        .in(
                                ORDINARY.withNodes(1)
                                        .with(
                                                Policy.upTo(16)
                                                        .with(RedshiftSettings.CLASSIC_HOURS, 12))
                                        .with(
                                                RedshiftBehaviour.ORDINARY.withClassicResizeOf(
                                                        Duration.ofHours(30))))
                        .after(
                                Duration.ofHours(14),
                                simulation -> simulation.dms().keepSourceLog(Duration.ofHours(48)))
                        .nodes(2)
                        .reports(
                                Subjects.ANNOUNCED,
                                warning(50),
                                warning(80),
                                warning(100),
                                Subjects.RESIZED));
    }

    /// A run fails and gives the tasks back, and the watch starts another.
    private static RedshiftScenario secondTry(String name) {
        return scenario(name)
                .runs(FAILED, SUCCEEDED)
                .reports(Subjects.NOT_RESIZED, Subjects.RESIZED);
    }

    private static void deliverTwice(RedshiftSimulation simulation) {
        simulation.topic().publishAndDeliverTwice(Messages.alarm("ALARM", "analytics"));
    }

    private static String warning(int percent) {
        return "Headroom WARNING: DMS tasks paused for %d %% of the log retention, analytics"
                .formatted(percent);
    }

    /// The ordinary setup, upset by faults.
    public static Scenario<RedshiftSimulation> upset(List<Fault> faults) {
        return upset(ORDINARY.with(faults));
    }

    /// A setup that is upset by its faults.
    public static Scenario<RedshiftSimulation> upset(Setup setup) {
        return RedshiftScenario.open(
                "upset",
                setup.faults().isEmpty() ? "Nothing is upset." : "Upset by: " + setup.faults(),
                setup,
                _ -> {},
                UPSET);
    }

    /// The ordinary setup, begun by a message of the user's own.
    public static Scenario<RedshiftSimulation> ofMessage(String message, List<Fault> faults) {
        return RedshiftScenario.open(
                "your_message",
                "A message from a file is published; disk use is at 50 %.",
                ORDINARY.withDisk(50).with(faults),
                simulation -> simulation.publish(message),
                Duration.ofHours(3));
    }
}
