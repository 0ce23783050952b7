package headroom.rehearsal.redshift.scenarios;

import static headroom.rehearsal.states.Execution.Status.ABORTED;
import static headroom.rehearsal.states.Execution.Status.FAILED;
import static headroom.rehearsal.states.Execution.Status.SUCCEEDED;

import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.rehearsal.scenario.Scenario;
import headroom.rehearsal.states.Execution;

import java.time.Duration;
import java.util.List;

/// Scenarios of tasks that run when they are confirmed, and break down later; and of a record that
/// a person has edited.
final class RelapseScenarios {
    private static final List<String> WITHOUT_ORDERS = List.of("customers", "payments", "archive");

    private RelapseScenarios() {}

    static List<Scenario<RedshiftSimulation>> all() {
        return List.of(
                RedshiftScenario.of(
                                "a_task_that_breaks_down_after_its_resume_is_started_again",
                                "One task tries for half an hour to read its source's log, and then"
                                        + " fails.",
                                breakingDown(1),
                                _ -> {},
                                RedshiftScenario.ending(
                                        8,
                                        Scenarios.ALL_RUN,
                                        List.of(SUCCEEDED, SUCCEEDED),
                                        List.of(Scenarios.RESIZED, Scenarios.RECOVERED)))
                        .lasting(Duration.ofHours(6)),
                RedshiftScenario.of(
                                "a_task_that_breaks_down_again_and_again_is_left_to_a_person",
                                "One task fails half an hour after each start.",
                                breakingDown(100),
                                _ -> {},
                                RedshiftScenario.ending(
                                        8,
                                        WITHOUT_ORDERS,
                                        List.of(SUCCEEDED, SUCCEEDED, SUCCEEDED, SUCCEEDED),
                                        List.of(
                                                Scenarios.RESIZED,
                                                Scenarios.RECOVERED,
                                                Scenarios.RECOVERED,
                                                Scenarios.RECOVERED,
                                                "Headroom CRITICAL (disk 40 %): DMS tasks NOT"
                                                        + " running, analytics")))
                        .lasting(Duration.ofHours(8)),
                RedshiftScenario.of(
                                "a_task_that_a_person_stops_after_its_resume_stays_stopped",
                                "A person stops one of the resumed tasks, and another fails.",
                                breakingDown(1).with("state.Clear record#1:STOP_TASK=payments"),
                                _ -> {},
                                RedshiftScenario.ending(
                                        8,
                                        List.of("orders", "customers", "archive"),
                                        List.of(SUCCEEDED, SUCCEEDED),
                                        List.of(Scenarios.RESIZED, Scenarios.RECOVERED)))
                        .lasting(Duration.ofHours(6)),
                RedshiftScenario.of(
                                "resumed_tasks_that_do_not_do_well_are_told_of",
                                "Two hours after the resume, one task has tables in error.",
                                Setup.ORDINARY.withTask(
                                        "customers",
                                        each ->
                                                each.habits()
                                                        .hasTablesInError(List.of("shop.parts"))),
                                _ -> {},
                                RedshiftScenario.ending(
                                        8,
                                        Scenarios.ALL_RUN,
                                        List.of(SUCCEEDED),
                                        List.of(
                                                Scenarios.RESIZED,
                                                "Headroom WARNING: resumed DMS tasks need a look,"
                                                        + " analytics")))
                        .lasting(Duration.ofHours(4)),
                RedshiftScenario.of(
                                "a_person_frees_the_lease_while_tasks_stand_still",
                                "A run is aborted in its pause, and a person removes the owner from"
                                        + " the lease. The tasks stay on its record.",
                                Setup.ORDINARY.with(
                                        "state.Confirm snapshot#1:ABORT", "minute#29:FREE_LEASE"),
                                _ -> {},
                                RedshiftScenario.ending(
                                        4,
                                        Scenarios.ALL_RUN,
                                        List.of(ABORTED, SUCCEEDED),
                                        List.of(Scenarios.RECOVERED)))
                        .endedAfter(Duration.ofHours(1)),
                RedshiftScenario.of(
                                "a_message_finds_tasks_on_the_record_of_a_free_lease",
                                "The same, and a person asks for more room before the watch looks.",
                                Setup.ORDINARY.with(
                                        "state.Confirm snapshot#1:ABORT",
                                        "minute#29:FREE_LEASE",
                                        "minute#29:PUBLISH"),
                                _ -> {},
                                RedshiftScenario.ending(
                                        4,
                                        Scenarios.ALL_RUN,
                                        List.of(ABORTED, SUCCEEDED),
                                        List.of(Scenarios.RECOVERED)))
                        .endedAfter(Duration.ofHours(1)),
                recoveredByHand(
                        "a_recovery_by_hand_waits_for_the_last_function_of_the_run",
                        "A run is aborted in its pause, and a person starts the recovery at once.",
                        29,
                        List.of(ABORTED, SUCCEEDED),
                        List.of(Scenarios.RECOVERED)),
                recoveredByHand(
                        "a_recovery_by_hand_that_comes_too_late_says_so",
                        "The same a quarter of an hour later: the watch's recovery comes first.",
                        40,
                        List.of(ABORTED, SUCCEEDED, SUCCEEDED),
                        List.of(
                                "Headroom: a message was declined, as the lease is held,"
                                        + " analytics",
                                Scenarios.RECOVERED)),
                RedshiftScenario.of(
                                "a_person_frees_the_lease_of_a_run_at_work",
                                "A person removes the owner from the lease while the snapshot is"
                                        + " taken. The run does not resize, and gives its tasks"
                                        + " back.",
                                Setup.ORDINARY.with("state.Confirm snapshot#1:FREE_LEASE"),
                                _ -> {},
                                RedshiftScenario.ending(
                                        4,
                                        Scenarios.ALL_RUN,
                                        List.of(FAILED, SUCCEEDED),
                                        List.of(Scenarios.RECOVERED, Scenarios.NOT_RESIZED)))
                        .endedAfter(Duration.ofHours(1)));
    }

    private static Scenario<RedshiftSimulation> recoveredByHand(
            String name,
            String told,
            int minute,
            List<Execution.Status> executions,
            List<String> reports) {
        return RedshiftScenario.of(
                        name,
                        told,
                        Setup.ORDINARY.with("state.Confirm snapshot#1:ABORT"),
                        simulation ->
                                simulation
                                        .scheduler()
                                        .after(
                                                Duration.ofMinutes(minute),
                                                () -> recoverByHand(simulation)),
                        RedshiftScenario.ending(4, Scenarios.ALL_RUN, executions, reports))
                .endedAfter(Duration.ofHours(1));
    }

    private static void recoverByHand(RedshiftSimulation simulation) {
        simulation.startByHand(
                "by-hand",
                "{\"cause\": \"recover\", \"deadOwner\": \"%s\"}"
                        .formatted(simulation.lease().get("owner")));
    }

    private static Setup breakingDown(int times) {
        return Setup.ORDINARY.withTask(
                "orders", each -> each.habits().breaksDown(times, Duration.ofMinutes(30)));
    }
}
