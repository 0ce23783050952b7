package headroom.rehearsal.redshift.scenarios;

import static headroom.rehearsal.states.Execution.Status.SUCCEEDED;

import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.rehearsal.scenario.Scenario;
import headroom.simulated.redshift.SimulatedDms;
import headroom.simulated.redshift.SimulatedTask;

import java.util.List;

/// Scenarios of what else writes into the cluster than the tasks of the ordinary setup.
final class ReplicationScenarios {
    static final Setup SERVERLESS = Setup.ORDINARY.withServerless("clicks").withZeroEtl("zero-etl");

    private ReplicationScenarios() {}

    private static final String RESIZED = "Headroom: analytics was resized; replication runs";

    /// As many tasks as an account may have.
    static final Setup MANY = Setup.ORDINARY.withTasks(600, 8);

    private static final List<String> ALL_OF_MANY =
            MANY.tasks().get().stream().map(SimulatedTask::name).toList();

    static List<Scenario<RedshiftSimulation>> all() {
        return List.of(
                RedshiftScenario.of(
                        "a_serverless_replication_is_paused_and_resumed_among_the_tasks",
                        "A serverless replication writes beside the tasks, and so does a zero-ETL"
                                + " integration, which nobody can stop.",
                        SERVERLESS,
                        _ -> {},
                        RedshiftScenario.ending(
                                8,
                                List.of(
                                        "orders",
                                        "customers",
                                        "payments",
                                        "archive",
                                        "clicks",
                                        "zero-etl"),
                                List.of(SUCCEEDED),
                                List.of(RESIZED))),
                many(
                        "six_hundred_tasks_are_paused_and_resumed",
                        "As many tasks write as an account may have.",
                        MANY),
                many(
                        "six_hundred_tasks_are_paused_while_others_use_half_of_the_api",
                        "As many tasks write as an account may have, and somebody else makes half"
                                + " of the calls that DMS takes.",
                        MANY.with(SimulatedDms.QUOTA.without(0.5))),
                many(
                        "a_function_that_runs_out_of_time_is_repeated_and_goes_on",
                        "As many tasks write as an account may have, and somebody else makes most"
                                + " of the calls that DMS takes: one a second is left.",
                        MANY.with(SimulatedDms.QUOTA.without(0.875))));
    }

    private static Scenario<RedshiftSimulation> many(String name, String told, Setup setup) {
        return RedshiftScenario.of(
                name,
                told,
                setup,
                _ -> {},
                RedshiftScenario.ending(8, ALL_OF_MANY, List.of(SUCCEEDED), List.of(RESIZED)));
    }
}
