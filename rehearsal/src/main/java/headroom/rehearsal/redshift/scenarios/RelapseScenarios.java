package headroom.rehearsal.redshift.scenarios;

import static headroom.rehearsal.redshift.scenarios.RedshiftScenario.scenario;
import static headroom.rehearsal.redshift.simulation.Setup.ORDINARY;
import static headroom.rehearsal.states.Execution.Status.ABORTED;
import static headroom.rehearsal.states.Execution.Status.FAILED;
import static headroom.rehearsal.states.Execution.Status.SUCCEEDED;

import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.redshift.simulation.Setup;

import java.time.Duration;
import java.util.List;

/// Scenarios of tasks that run when they are confirmed, and break down later; and of a record that
/// a person has edited.
final class RelapseScenarios {
    private static final String ABORT = "state.Confirm snapshot#1:ABORT";
    private static final String FREE = "minute#29:FREE_LEASE";

    private RelapseScenarios() {}

    static List<RedshiftScenario> all() {
        return List.of(
                scenario("a_task_that_breaks_down_after_its_resume_is_started_again")
                        .told(
                                "One task tries for half an hour to read its source's log, and then"
                                        + " fails.")
                        .in(breakingDown(1))
                        .runs(SUCCEEDED, SUCCEEDED)
                        .reports(Subjects.RESIZED, Subjects.RECOVERED)
                        .lasting(Duration.ofHours(6)),
                scenario("a_task_that_breaks_down_again_and_again_is_left_to_a_person")
                        .told(
                                "One task fails half an hour after each start. A person hears of it"
                                        + " again and again.")
                        .in(breakingDown(100))
                        .running("customers", "payments", "archive")
                        .runs(SUCCEEDED, SUCCEEDED, SUCCEEDED, SUCCEEDED)
                        .reports(
                                Subjects.RESIZED,
                                Subjects.RECOVERED,
                                Subjects.RECOVERED,
                                Subjects.RECOVERED,
                                givenUp(40),
                                givenUp(41),
                                givenUp(41))
                        .lasting(Duration.ofHours(8)),
                scenario("a_task_that_breaks_down_while_the_next_run_is_at_work_is_told_of")
                        .told(
                                "One task fails half an hour after its resume. A person has asked"
                                        + " for more room again, and the snapshot of that run hangs"
                                        + " before any task is stopped.")
                        .in(breakingDown(1).with("minute#70:PUBLISH", "cluster.Snapshot#3:HANGS"))
                        .runs(SUCCEEDED, SUCCEEDED, SUCCEEDED)
                        .reports(
                                Subjects.RESIZED,
                                "Headroom WARNING: DMS tasks NOT running yet," + " analytics",
                                Subjects.REFUSED,
                                Subjects.RECOVERED)
                        .lasting(Duration.ofHours(12)),
                scenario("a_task_that_a_person_stops_after_its_resume_stays_stopped")
                        .told("A person stops one of the resumed tasks, and another fails.")
                        .in(breakingDown(1).with("state.Clear record#1:STOP_TASK=payments"))
                        .running("orders", "customers", "archive")
                        .runs(SUCCEEDED, SUCCEEDED)
                        .reports(Subjects.RESIZED, Subjects.RECOVERED)
                        .lasting(Duration.ofHours(6)),
                scenario("resumed_tasks_that_do_not_do_well_are_told_of")
                        .told("Two hours after the resume, one task has tables in error.")
                        .in(
                                ORDINARY.withTask(
                                        "customers",
                                        each ->
                                                each.habits()
                                                        .hasTablesInError(List.of("shop.parts"))))
                        .reports(
                                Subjects.RESIZED,
                                "Headroom WARNING: resumed DMS tasks need a look, analytics")
                        .lasting(Duration.ofHours(4)),
                recovered("a_person_frees_the_lease_while_tasks_stand_still")
                        .told(
                                "A run is aborted in its pause, and a person removes the owner from"
                                        + " the lease. The tasks stay on its record.")
                        .in(ORDINARY.with(ABORT, FREE)),
                recovered("a_message_finds_tasks_on_the_record_of_a_free_lease")
                        .told("The same, and a person asks for more room before the watch looks.")
                        .in(ORDINARY.with(ABORT, FREE, "minute#29:PUBLISH")),
                recovered("a_recovery_by_hand_waits_for_the_last_function_of_the_run")
                        .told(
                                "A run is aborted in its pause, and a person starts the recovery at"
                                        + " once.")
                        .in(ORDINARY.with(ABORT))
                        .after(Duration.ofMinutes(29), RelapseScenarios::recoverByHand),
                recovered("a_recovery_by_hand_that_comes_too_late_says_so")
                        .told(
                                "The same a quarter of an hour later: the watch's recovery comes"
                                        + " first.")
                        .in(ORDINARY.with(ABORT))
                        .after(Duration.ofMinutes(40), RelapseScenarios::recoverByHand)
                        .runs(ABORTED, SUCCEEDED, SUCCEEDED)
                        .reports(Subjects.DECLINED, Subjects.RECOVERED),
                recovered("a_person_frees_the_lease_of_a_run_at_work")
                        .told(
                                "A person removes the owner from the lease while the snapshot is"
                                    + " taken. The run does not resize, and gives its tasks back.")
                        .in(ORDINARY.with("state.Confirm snapshot#1:FREE_LEASE"))
                        .runs(FAILED, SUCCEEDED)
                        .reports(Subjects.RECOVERED, Subjects.NOT_RESIZED),
                recovered("a_person_frees_the_lease_while_the_cluster_is_busy")
                        .told(
                                "A person resizes the cluster once the tasks are stopped, and then"
                                    + " frees the lease. The run still waits to take its snapshot"
                                    + " when its tasks run again, and takes none.")
                        .in(ORDINARY.with("minute#28:RESIZE_CLUSTER", FREE))
                        .nodes(16)
                        .runs(FAILED, SUCCEEDED)
                        .reports(Subjects.RECOVERED, Subjects.NOT_RESIZED));
    }

    /// A run comes to no resize, and another brings the tasks back within the hour.
    private static RedshiftScenario recovered(String name) {
        return scenario(name)
                .nodes(4)
                .runs(ABORTED, SUCCEEDED)
                .reports(Subjects.RECOVERED)
                .endedAfter(Duration.ofHours(1));
    }

    private static void recoverByHand(RedshiftSimulation simulation) {
        simulation.startByHand(
                "by-hand",
                "{\"cause\": \"recover\", \"deadOwner\": \"%s\"}"
                        .formatted(simulation.lease().get("owner")));
    }

    private static String givenUp(int diskPercent) {
        return "Headroom CRITICAL (disk %d %%): DMS tasks NOT running, given up, analytics"
                .formatted(diskPercent);
    }

    private static Setup breakingDown(int times) {
        return ORDINARY.withTask(
                "orders", each -> each.habits().breaksDown(times, Duration.ofMinutes(30)));
    }
}
