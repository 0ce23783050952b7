package headroom.rehearsal.story;

import static headroom.rehearsal.states.Execution.Status.FAILED;
import static headroom.rehearsal.states.Execution.Status.SUCCEEDED;

import headroom.rehearsal.aws.SimulatedTask;
import headroom.rehearsal.stage.Scene;
import headroom.rehearsal.stage.Stage;

import java.time.Duration;
import java.util.List;

/// Stories of tasks that cannot come back, and of the person who has them forgotten.
final class ForgetStories {
    private static final String TAKEN_OFF = "Headroom: tasks were taken off the record, analytics";
    private static final String NOT_FOUND = "Headroom: some tasks are not on the record, analytics";

    private ForgetStories() {}

    static List<Story> all() {
        return List.of(
                Story.of(
                        "a_task_that_cannot_come_back_is_forgotten",
                        "One task fails whenever it is started, so the lease is kept. A person has"
                                + " it taken off the record, and the next recovery frees the"
                                + " lease.",
                        Scene.ORDINARY.withTaskThat("payments", SimulatedTask.Trouble.NEVER_STARTS),
                        stage -> in(stage, 80, "{\"forget\": [\"payments\"]}"),
                        new Ending(
                                8,
                                List.of("orders", "customers", "archive"),
                                List.of(FAILED, SUCCEEDED, SUCCEEDED, SUCCEEDED),
                                List.of(Stories.CRITICAL, TAKEN_OFF, Stories.RECOVERED))),
                Story.of(
                        "a_wrong_name_to_forget_is_told_with_the_right_ones",
                        "A person misspells the task that is to be forgotten, and then does not.",
                        Scene.ORDINARY.withTaskThat("payments", SimulatedTask.Trouble.NEVER_STARTS),
                        stage -> {
                            in(stage, 80, "{\"forget\": [\"payment\"]}");
                            in(stage, 82, "{\"forget\": [\"payments\"]}");
                        },
                        new Ending(
                                8,
                                List.of("orders", "customers", "archive"),
                                List.of(FAILED, SUCCEEDED, SUCCEEDED, SUCCEEDED, SUCCEEDED),
                                List.of(
                                        Stories.CRITICAL,
                                        NOT_FOUND,
                                        TAKEN_OFF,
                                        Stories.RECOVERED))),
                Story.of(
                        "a_task_is_forgotten_while_the_run_that_stopped_it_is_at_work",
                        "A person has a task forgotten during the resize. The run does not start"
                                + " it.",
                        Scene.ORDINARY,
                        stage -> in(stage, 35, "{\"forget\": \"orders\"}"),
                        new Ending(
                                8,
                                List.of("customers", "payments", "archive"),
                                List.of(SUCCEEDED, SUCCEEDED),
                                List.of(TAKEN_OFF, Stories.RESIZED))),
                Story.of(
                        "there_is_nothing_to_forget",
                        "A person wants a task forgotten though nothing is on the record.",
                        Scene.ORDINARY.withDisk(50),
                        stage -> in(stage, 5, "{\"forget\": [\"orders\"]}"),
                        new Ending(4, Stories.ALL_RUN, List.of(SUCCEEDED), List.of(NOT_FOUND))));
    }

    private static void in(Stage stage, int minutes, String message) {
        stage.agenda().after(Duration.ofMinutes(minutes), () -> stage.publish(message));
    }
}
