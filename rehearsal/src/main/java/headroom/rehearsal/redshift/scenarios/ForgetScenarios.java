package headroom.rehearsal.redshift.scenarios;

import static headroom.rehearsal.states.Execution.Status.FAILED;
import static headroom.rehearsal.states.Execution.Status.SUCCEEDED;

import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.rehearsal.scenario.Scenario;
import headroom.simulated.redshift.SimulatedTask;

import java.time.Duration;
import java.util.List;

/// Scenarios of tasks that cannot come back, and of the person who has them forgotten.
final class ForgetScenarios {
    private static final String TAKEN_OFF = "Headroom: tasks were taken off the record, analytics";
    private static final String NOT_FOUND = "Headroom: some tasks are not on the record, analytics";

    private ForgetScenarios() {}

    static List<Scenario<RedshiftSimulation>> all() {
        return List.of(
                RedshiftScenario.of(
                        "a_task_that_cannot_come_back_is_forgotten",
                        "One task fails whenever it is started, so the lease is kept. A person has"
                                + " it taken off the record, and the next recovery frees the"
                                + " lease.",
                        Setup.ORDINARY.withTaskThat("payments", SimulatedTask.Quirk.NEVER_STARTS),
                        simulation -> in(simulation, 80, "{\"forget\": [\"payments\"]}"),
                        RedshiftScenario.ending(
                                8,
                                List.of("orders", "customers", "archive"),
                                List.of(FAILED, SUCCEEDED, SUCCEEDED, SUCCEEDED),
                                List.of(Scenarios.CRITICAL, TAKEN_OFF, Scenarios.RECOVERED))),
                RedshiftScenario.of(
                        "a_wrong_name_to_forget_is_told_with_the_right_ones",
                        "A person misspells the task that is to be forgotten, and then does not.",
                        Setup.ORDINARY.withTaskThat("payments", SimulatedTask.Quirk.NEVER_STARTS),
                        simulation -> {
                            in(simulation, 80, "{\"forget\": [\"payment\"]}");
                            in(simulation, 82, "{\"forget\": [\"payments\"]}");
                        },
                        RedshiftScenario.ending(
                                8,
                                List.of("orders", "customers", "archive"),
                                List.of(FAILED, SUCCEEDED, SUCCEEDED, SUCCEEDED, SUCCEEDED),
                                List.of(
                                        Scenarios.CRITICAL,
                                        NOT_FOUND,
                                        TAKEN_OFF,
                                        Scenarios.RECOVERED))),
                RedshiftScenario.of(
                        "a_task_is_forgotten_while_the_run_that_stopped_it_is_at_work",
                        "A person has a task forgotten during the resize. The run does not start"
                                + " it.",
                        Setup.ORDINARY,
                        simulation -> in(simulation, 35, "{\"forget\": \"orders\"}"),
                        RedshiftScenario.ending(
                                8,
                                List.of("customers", "payments", "archive"),
                                List.of(SUCCEEDED, SUCCEEDED),
                                List.of(TAKEN_OFF, Scenarios.RESIZED))),
                RedshiftScenario.of(
                        "there_is_nothing_to_forget",
                        "A person wants a task forgotten though nothing is on the record.",
                        Setup.ORDINARY.withDisk(50),
                        simulation -> in(simulation, 5, "{\"forget\": [\"orders\"]}"),
                        RedshiftScenario.ending(
                                4, Scenarios.ALL_RUN, List.of(SUCCEEDED), List.of(NOT_FOUND))));
    }

    private static void in(RedshiftSimulation simulation, int minutes, String message) {
        simulation
                .scheduler()
                .after(Duration.ofMinutes(minutes), () -> simulation.publish(message));
    }
}
