package headroom.rehearsal.redshift.scenarios;

import static headroom.rehearsal.redshift.scenarios.RedshiftScenario.scenario;

import headroom.rehearsal.redshift.simulation.Setup;
import headroom.simulated.redshift.SimulatedDms;
import headroom.simulated.redshift.SimulatedTask;

import java.util.List;

/// Scenarios of what else writes into the cluster than the tasks of the ordinary setup.
final class ReplicationScenarios {
    static final Setup SERVERLESS = Setup.ORDINARY.withServerless("clicks").withZeroEtl("zero-etl");

    /// As many tasks as an account may have.
    static final Setup MANY = Setup.ORDINARY.withTasks(600, 8);

    private static final List<String> ALL_OF_MANY =
            MANY.tasks().get().stream().map(SimulatedTask::name).toList();

    private ReplicationScenarios() {}

    static List<RedshiftScenario> all() {
        return List.of(
                scenario("a_serverless_replication_is_paused_and_resumed_among_the_tasks")
                        .told(
                                "A serverless replication writes beside the tasks, and so does a"
                                        + " zero-ETL integration, which nobody can stop.")
                        .in(SERVERLESS)
                        .alsoRunning("clicks", "zero-etl"),
                scenario("six_hundred_tasks_are_paused_and_resumed")
                        .told("As many tasks write as an account may have.")
                        .in(MANY)
                        .running(ALL_OF_MANY),
                scenario("six_hundred_tasks_are_paused_while_others_use_half_of_the_api")
                        .told(
                                "As many tasks write as an account may have, and somebody else"
                                        + " makes half of the calls that DMS takes.")
                        .in(MANY.with(SimulatedDms.QUOTA.without(0.5)))
                        .running(ALL_OF_MANY),
                scenario("a_function_that_runs_out_of_time_is_repeated_and_goes_on")
                        .told(
                                "As many tasks write as an account may have, and somebody else"
                                        + " makes most of the calls that DMS takes: one a second is"
                                        + " left.")
                        .in(MANY.with(SimulatedDms.QUOTA.without(0.875)))
                        .running(ALL_OF_MANY));
    }
}
