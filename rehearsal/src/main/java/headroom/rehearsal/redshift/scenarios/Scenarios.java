package headroom.rehearsal.redshift.scenarios;

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
                        MessageScenarios.all())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Scenario<RedshiftSimulation>> ordinary() {
        return List.of(
                RedshiftScenario.of(
                        "a_disk_alarm_resizes_the_cluster",
                        "The alarm fires; four nodes become eight, and replication comes back.",
                        Setup.ORDINARY,
                        Scenarios::untouched,
                        RedshiftScenario.ending(8, ALL_RUN, List.of(SUCCEEDED), List.of(RESIZED))),
                RedshiftScenario.of(
                        "a_message_published_by_hand_resizes_the_cluster",
                        "A person publishes plain text, long before the alarm would fire.",
                        Setup.ORDINARY.withDisk(55),
                        simulation -> simulation.publish("more room, please"),
                        RedshiftScenario.ending(8, ALL_RUN, List.of(SUCCEEDED), List.of(RESIZED))),
                RedshiftScenario.of(
                        "a_dry_run_changes_nothing",
                        "A person asks for the plan alone.",
                        Setup.ORDINARY.withDisk(55),
                        simulation -> simulation.publish("{\"dryRun\": true}"),
                        RedshiftScenario.ending(
                                4,
                                ALL_RUN,
                                List.of(SUCCEEDED),
                                List.of("Headroom: analytics could be resized (plan only)"))),
                RedshiftScenario.of(
                        "a_second_alarm_during_a_run_stands_down",
                        "Another alarm on the same cluster fires while the cluster is resized.",
                        Setup.ORDINARY,
                        simulation ->
                                in(
                                        simulation,
                                        Duration.ofMinutes(35),
                                        () ->
                                                simulation.publish(
                                                        Messages.alarm("ALARM", "analytics"))),
                        RedshiftScenario.ending(
                                8, ALL_RUN, List.of(SUCCEEDED, SUCCEEDED), List.of(RESIZED))),
                RedshiftScenario.of(
                        "a_message_by_hand_during_a_run_is_declined",
                        "A person publishes a message while the cluster is resized.",
                        Setup.ORDINARY,
                        simulation ->
                                in(
                                        simulation,
                                        Duration.ofMinutes(35),
                                        () -> simulation.publish("now, please")),
                        RedshiftScenario.ending(
                                8,
                                ALL_RUN,
                                List.of(SUCCEEDED, SUCCEEDED),
                                List.of(
                                        "Headroom: a message was declined, as the lease is held,"
                                                + " analytics",
                                        RESIZED))),
                RedshiftScenario.of(
                        "a_message_delivered_twice_starts_one_run",
                        "SNS delivers one notification twice at the same instant. Another alarm,"
                                + " which fires a little later, stands down.",
                        Setup.ORDINARY.withDisk(81),
                        simulation ->
                                simulation
                                        .topic()
                                        .publishAndDeliverTwice(
                                                Messages.alarm("ALARM", "analytics")),
                        RedshiftScenario.ending(
                                8, ALL_RUN, List.of(SUCCEEDED, SUCCEEDED), List.of(RESIZED))),
                RedshiftScenario.of(
                        "replication_resumes_when_the_snapshot_fails",
                        "Redshift ends the snapshot in the pause as failed. The watch tries again,"
                                + " and then it works.",
                        Setup.ORDINARY.with("cluster.Snapshot#2:FAILS"),
                        Scenarios::untouched,
                        RedshiftScenario.ending(
                                8,
                                ALL_RUN,
                                List.of(FAILED, SUCCEEDED),
                                List.of(NOT_RESIZED, RESIZED))),
                RedshiftScenario.of(
                        "replication_resumes_when_the_resize_is_refused",
                        "Redshift offers eight nodes, and refuses them when asked for the first"
                                + " time.",
                        Setup.ORDINARY.with(Quirk.RESIZE_REFUSED),
                        Scenarios::untouched,
                        RedshiftScenario.ending(
                                8,
                                ALL_RUN,
                                List.of(FAILED, SUCCEEDED),
                                List.of(NOT_RESIZED, RESIZED))),
                RedshiftScenario.of(
                        "replication_resumes_when_the_resize_fails_midway",
                        "The resize is accepted, and falls back to four nodes. The second one does"
                                + " not.",
                        Setup.ORDINARY.with(Quirk.RESIZE_FAILS),
                        Scenarios::untouched,
                        RedshiftScenario.ending(
                                8,
                                ALL_RUN,
                                List.of(FAILED, SUCCEEDED),
                                List.of(NOT_RESIZED, RESIZED))),
                RedshiftScenario.of(
                        "replication_resumes_when_a_task_fails_to_stop",
                        "One task ends as failed when it is stopped for the first time.",
                        Setup.ORDINARY.withTaskThat("customers", SimulatedTask.Quirk.FAILS_TO_STOP),
                        Scenarios::untouched,
                        RedshiftScenario.ending(
                                8,
                                ALL_RUN,
                                List.of(FAILED, SUCCEEDED),
                                List.of(NOT_RESIZED, RESIZED))),
                RedshiftScenario.of(
                        "a_task_that_does_not_resume_is_named_and_brought_back",
                        "One task fails the first three times it is started. The watch starts it"
                                + " once more.",
                        Setup.ORDINARY.withTaskThat("payments", SimulatedTask.Quirk.FAILS_TO_START),
                        Scenarios::untouched,
                        RedshiftScenario.ending(
                                8,
                                ALL_RUN,
                                List.of(FAILED, SUCCEEDED),
                                List.of(CRITICAL, RECOVERED))),
                RedshiftScenario.of(
                        "the_watch_recovers_a_run_aborted_in_mid_resize",
                        "A person aborts the execution while the cluster is resized.",
                        Setup.ORDINARY,
                        simulation -> in(simulation, Duration.ofMinutes(35), simulation::abortAll),
                        RedshiftScenario.ending(
                                8, ALL_RUN, List.of(ABORTED, SUCCEEDED), List.of(RECOVERED))),
                RedshiftScenario.of(
                        "the_watch_answers_an_alarm_whose_notification_is_lost",
                        "SNS loses the alarm's notification.",
                        Setup.ORDINARY,
                        simulation -> simulation.topic().loseMessages(1),
                        RedshiftScenario.ending(8, ALL_RUN, List.of(SUCCEEDED), List.of(RESIZED))),
                RedshiftScenario.of(
                        "nothing_is_touched_when_the_lease_cannot_be_taken",
                        "DynamoDB is unavailable when the run begins. The watch starts another.",
                        Setup.ORDINARY.with(
                                "machine.UpdateItem#1x9:DynamoDB.InternalServerErrorException/BEFORE"),
                        Scenarios::untouched,
                        RedshiftScenario.ending(
                                8,
                                ALL_RUN,
                                List.of(FAILED, SUCCEEDED),
                                List.of("Headroom: analytics was NOT resized", RESIZED))),
                RedshiftScenario.of(
                        "the_watch_frees_a_lease_that_could_not_be_released",
                        "DynamoDB is unavailable when the run ends.",
                        Setup.ORDINARY.with(
                                "machine.UpdateItem#6x16:DynamoDB.InternalServerErrorException/BEFORE"),
                        Scenarios::untouched,
                        RedshiftScenario.ending(
                                8, ALL_RUN, List.of(FAILED, SUCCEEDED), List.of(RESIZED, FREED))),
                RedshiftScenario.of(
                        "a_report_that_cannot_be_published_comes_late",
                        "The operators' topic is unavailable when the run ends.",
                        Setup.ORDINARY.with(
                                "machine.Publish#1x9:SNS.InternalErrorException/BEFORE"),
                        Scenarios::untouched,
                        RedshiftScenario.ending(
                                8,
                                ALL_RUN,
                                List.of(FAILED),
                                List.of(
                                        "Headroom (late): analytics was resized; replication"
                                                + " runs"))),
                RedshiftScenario.of(
                        "a_long_resize_is_warned_of_before_the_source_log_expires",
                        "A classic resize that twelve hours were allowed for takes thirty; the"
                                + " source keeps its log for twenty-four. After the first warning a"
                                + " person has it kept for two days.",
                        Setup.ORDINARY
                                .withNodes(1)
                                .with(Policy.upTo(16).with(RedshiftSettings.CLASSIC_HOURS, 12))
                                .with(
                                        RedshiftBehaviour.ORDINARY.withClassicResizeOf(
                                                Duration.ofHours(30))),
                        simulation ->
                                in(
                                        simulation,
                                        Duration.ofHours(14),
                                        () -> simulation.dms().keepSourceLog(Duration.ofHours(48))),
                        RedshiftScenario.ending(
                                2,
                                ALL_RUN,
                                List.of(SUCCEEDED),
                                List.of(
                                        PlanScenarios.ANNOUNCED,
                                        warning(50),
                                        warning(80),
                                        warning(100),
                                        RESIZED))));
    }

    /// The ordinary setup, upset by faults.
    public static Scenario<RedshiftSimulation> upset(List<Fault> faults) {
        return upset(Setup.ORDINARY.with(faults));
    }

    /// A setup that is upset by its faults.
    public static Scenario<RedshiftSimulation> upset(Setup setup) {
        return RedshiftScenario.open(
                "upset",
                setup.faults().isEmpty() ? "Nothing is upset." : "Upset by: " + setup.faults(),
                setup,
                Scenarios::untouched,
                UPSET);
    }

    /// The ordinary setup, begun by a message of the user's own.
    public static Scenario<RedshiftSimulation> ofMessage(String message, List<Fault> faults) {
        return RedshiftScenario.open(
                "your_message",
                "A message from a file is published; disk use is at 50 %.",
                Setup.ORDINARY.withDisk(50).with(faults),
                simulation -> simulation.publish(message),
                Duration.ofHours(3));
    }

    private static String warning(int percent) {
        return "Headroom WARNING: DMS tasks paused for %d %% of the log retention, analytics"
                .formatted(percent);
    }

    private static void untouched(RedshiftSimulation simulation) {
        // The disk fills by itself, and the alarm does the rest.
    }

    private static void in(RedshiftSimulation simulation, Duration delay, Runnable event) {
        simulation.scheduler().after(delay, event);
    }
}
