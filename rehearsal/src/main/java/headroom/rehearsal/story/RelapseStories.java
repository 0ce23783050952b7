package headroom.rehearsal.story;

import static headroom.rehearsal.states.Execution.Status.ABORTED;
import static headroom.rehearsal.states.Execution.Status.FAILED;
import static headroom.rehearsal.states.Execution.Status.SUCCEEDED;

import headroom.rehearsal.stage.Scene;
import headroom.rehearsal.stage.Stage;
import headroom.rehearsal.states.Execution;

import java.time.Duration;
import java.util.List;

/// Stories of tasks that run when they are confirmed, and break down later; and of a record that a
/// person has edited.
final class RelapseStories {
    private static final List<String> WITHOUT_ORDERS = List.of("customers", "payments", "archive");

    private RelapseStories() {}

    static List<Story> all() {
        return List.of(
                Story.of(
                                "a_task_that_breaks_down_after_its_resume_is_started_again",
                                "One task tries for half an hour to read its source's log, and then"
                                        + " fails.",
                                breakingDown(1),
                                _ -> {},
                                new Ending(
                                        8,
                                        Stories.ALL_RUN,
                                        List.of(SUCCEEDED, SUCCEEDED),
                                        List.of(Stories.RESIZED, Stories.RECOVERED)))
                        .lasting(Duration.ofHours(6)),
                Story.of(
                                "a_task_that_breaks_down_again_and_again_is_left_to_a_person",
                                "One task fails half an hour after each start.",
                                breakingDown(100),
                                _ -> {},
                                new Ending(
                                        8,
                                        WITHOUT_ORDERS,
                                        List.of(SUCCEEDED, SUCCEEDED, SUCCEEDED, SUCCEEDED),
                                        List.of(
                                                Stories.RESIZED,
                                                Stories.RECOVERED,
                                                Stories.RECOVERED,
                                                Stories.RECOVERED,
                                                "Headroom CRITICAL (disk 40 %): DMS tasks NOT"
                                                        + " running, analytics")))
                        .lasting(Duration.ofHours(8)),
                Story.of(
                                "a_task_that_a_person_stops_after_its_resume_stays_stopped",
                                "A person stops one of the resumed tasks, and another fails.",
                                breakingDown(1).with("state.Clear record#1:STOP_TASK=payments"),
                                _ -> {},
                                new Ending(
                                        8,
                                        List.of("orders", "customers", "archive"),
                                        List.of(SUCCEEDED, SUCCEEDED),
                                        List.of(Stories.RESIZED, Stories.RECOVERED)))
                        .lasting(Duration.ofHours(6)),
                Story.of(
                                "resumed_tasks_that_do_not_do_well_are_told_of",
                                "Two hours after the resume, one task has tables in error.",
                                Scene.ORDINARY.withTask(
                                        "customers",
                                        each ->
                                                each.habits()
                                                        .hasTablesInError(List.of("shop.parts"))),
                                _ -> {},
                                new Ending(
                                        8,
                                        Stories.ALL_RUN,
                                        List.of(SUCCEEDED),
                                        List.of(
                                                Stories.RESIZED,
                                                "Headroom WARNING: resumed DMS tasks need a look,"
                                                        + " analytics")))
                        .lasting(Duration.ofHours(4)),
                Story.of(
                                "a_person_frees_the_lease_while_tasks_stand_still",
                                "A run is aborted in its pause, and a person removes the owner from"
                                        + " the lease. The tasks stay on its record.",
                                Scene.ORDINARY.with(
                                        "state.Confirm snapshot#1:ABORT", "minute#29:FREE_LEASE"),
                                _ -> {},
                                new Ending(
                                        4,
                                        Stories.ALL_RUN,
                                        List.of(ABORTED, SUCCEEDED),
                                        List.of(Stories.RECOVERED)))
                        .endedAfter(Duration.ofHours(1)),
                Story.of(
                                "a_message_finds_tasks_on_the_record_of_a_free_lease",
                                "The same, and a person asks for more room before the watch looks.",
                                Scene.ORDINARY.with(
                                        "state.Confirm snapshot#1:ABORT",
                                        "minute#29:FREE_LEASE",
                                        "minute#29:PUBLISH"),
                                _ -> {},
                                new Ending(
                                        4,
                                        Stories.ALL_RUN,
                                        List.of(ABORTED, SUCCEEDED),
                                        List.of(Stories.RECOVERED)))
                        .endedAfter(Duration.ofHours(1)),
                recoveredByHand(
                        "a_recovery_by_hand_waits_for_the_last_function_of_the_run",
                        "A run is aborted in its pause, and a person starts the recovery at once.",
                        29,
                        List.of(ABORTED, SUCCEEDED),
                        List.of(Stories.RECOVERED)),
                recoveredByHand(
                        "a_recovery_by_hand_that_comes_too_late_says_so",
                        "The same a quarter of an hour later: the watch's recovery comes first.",
                        40,
                        List.of(ABORTED, SUCCEEDED, SUCCEEDED),
                        List.of(
                                "Headroom: a message was declined, as the lease is held,"
                                        + " analytics",
                                Stories.RECOVERED)),
                Story.of(
                                "a_person_frees_the_lease_of_a_run_at_work",
                                "A person removes the owner from the lease while the snapshot is"
                                        + " taken. The run does not resize, and gives its tasks"
                                        + " back.",
                                Scene.ORDINARY.with("state.Confirm snapshot#1:FREE_LEASE"),
                                _ -> {},
                                new Ending(
                                        4,
                                        Stories.ALL_RUN,
                                        List.of(FAILED, SUCCEEDED),
                                        List.of(Stories.RECOVERED, Stories.NOT_RESIZED)))
                        .endedAfter(Duration.ofHours(1)));
    }

    private static Story recoveredByHand(
            String name,
            String told,
            int minute,
            List<Execution.Status> executions,
            List<String> reports) {
        return Story.of(
                        name,
                        told,
                        Scene.ORDINARY.with("state.Confirm snapshot#1:ABORT"),
                        stage ->
                                stage.agenda()
                                        .after(
                                                Duration.ofMinutes(minute),
                                                () -> recoverByHand(stage)),
                        new Ending(4, Stories.ALL_RUN, executions, reports))
                .endedAfter(Duration.ofHours(1));
    }

    private static void recoverByHand(Stage stage) {
        stage.startByHand(
                "by-hand",
                "{\"cause\": \"recover\", \"deadOwner\": \"%s\"}"
                        .formatted(stage.lease().get("owner")));
    }

    private static Scene breakingDown(int times) {
        return Scene.ORDINARY.withTask(
                "orders", each -> each.habits().breaksDown(times, Duration.ofMinutes(30)));
    }
}
