package headroom.rehearsal.redshift.scenarios;

import static headroom.rehearsal.redshift.scenarios.RedshiftScenario.scenario;
import static headroom.rehearsal.redshift.simulation.Setup.ORDINARY;
import static headroom.rehearsal.states.Execution.Status.FAILED;
import static headroom.rehearsal.states.Execution.Status.SUCCEEDED;

import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.simulated.redshift.SimulatedTask;

import java.time.Duration;
import java.util.List;

/// Scenarios of tasks that cannot come back, and of the person who has them forgotten.
final class ForgetScenarios {
    static final String TAKEN_OFF = "Headroom: tasks were taken off the record, analytics";
    private static final String NOT_FOUND = "Headroom: some tasks are not on the record, analytics";
    private static final Setup HOPELESS =
            ORDINARY.withTaskThat("payments", SimulatedTask.Quirk.NEVER_STARTS);

    private ForgetScenarios() {}

    static List<RedshiftScenario> all() {
        return List.of(
                scenario("a_task_that_cannot_come_back_is_forgotten")
                        .told(
                                "One task fails whenever it is started, so the lease is kept. A"
                                    + " person has it taken off the record, and the next recovery"
                                    + " frees the lease.")
                        .in(HOPELESS)
                        .publishedAfter(Duration.ofMinutes(80), "{\"forget\": [\"payments\"]}")
                        .running("orders", "customers", "archive")
                        .runs(FAILED, SUCCEEDED, SUCCEEDED, SUCCEEDED)
                        .reports(Subjects.CRITICAL, TAKEN_OFF, Subjects.RECOVERED),
                scenario("a_task_is_forgotten_in_the_last_attempt_of_a_recovery")
                        .told(
                                "The same during the last attempt of a recovery, which fails a"
                                        + " moment later. The next one does not wait for an hour.")
                        .in(HOPELESS)
                        .publishedAfter(Duration.ofMinutes(69), "{\"forget\": [\"payments\"]}")
                        .running("orders", "customers", "archive")
                        .runs(FAILED, SUCCEEDED, SUCCEEDED, SUCCEEDED)
                        .reports(Subjects.CRITICAL, TAKEN_OFF, Subjects.RECOVERED)
                        .endedAfter(Duration.ofMinutes(100)),
                scenario("a_wrong_name_to_forget_is_told_with_the_right_ones")
                        .told(
                                "A person misspells the task that is to be forgotten, and then does"
                                        + " not.")
                        .in(HOPELESS)
                        .publishedAfter(Duration.ofMinutes(80), "{\"forget\": [\"payment\"]}")
                        .publishedAfter(Duration.ofMinutes(82), "{\"forget\": [\"payments\"]}")
                        .running("orders", "customers", "archive")
                        .runs(FAILED, SUCCEEDED, SUCCEEDED, SUCCEEDED, SUCCEEDED)
                        .reports(Subjects.CRITICAL, NOT_FOUND, TAKEN_OFF, Subjects.RECOVERED),
                scenario("the_command_of_the_first_mail_recovers_what_a_recovery_has_kept")
                        .told(
                                "One task fails whenever it is started, also in the watch's first"
                                        + " recovery, which tells nothing new. A person removes"
                                        + " the cause, and runs the command of the only mail.")
                        .in(HOPELESS)
                        .after(Duration.ofMinutes(88), ForgetScenarios::mend)
                        .after(Duration.ofMinutes(90), ForgetScenarios::recoverAsMailed)
                        .runs(FAILED, SUCCEEDED, SUCCEEDED)
                        .reports(Subjects.CRITICAL, Subjects.RECOVERED)
                        .endedAfter(Duration.ofMinutes(110)),
                scenario("a_task_is_forgotten_while_the_run_that_stopped_it_is_at_work")
                        .told(
                                "A person has a task forgotten during the resize. The run does not"
                                        + " start it.")
                        .publishedAfter(Duration.ofMinutes(35), "{\"forget\": \"orders\"}")
                        .running("customers", "payments", "archive")
                        .runs(SUCCEEDED, SUCCEEDED)
                        .reports(TAKEN_OFF, Subjects.RESIZED),
                scenario("there_is_nothing_to_forget")
                        .told("A person wants a task forgotten though nothing is on the record.")
                        .in(ORDINARY.withDisk(50))
                        .publishedAfter(Duration.ofMinutes(5), "{\"forget\": [\"orders\"]}")
                        .nodes(4)
                        .reports(NOT_FOUND));
    }

    private static void mend(RedshiftSimulation simulation) {
        simulation.dms().tasks().stream()
                .filter(each -> each.name().equals("payments"))
                .forEach(SimulatedTask::mend);
    }

    /// It names the run that has sent the mail.
    private static void recoverAsMailed(RedshiftSimulation simulation) {
        simulation.startByHand(
                "by-hand",
                "{\"cause\":\"recover\",\"deadOwner\":\"%s\",\"settled\":true}"
                        .formatted(simulation.executions().getFirst().arn()));
    }
}
