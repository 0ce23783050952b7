package headroom.rehearsal.elasticache.scenarios;

import static headroom.rehearsal.elasticache.scenarios.CacheScenario.scenario;
import static headroom.rehearsal.elasticache.scenarios.CacheScenarios.ONE_A_SHARD;
import static headroom.rehearsal.states.Execution.Status.SUCCEEDED;

import headroom.elasticache.CacheSettings;
import headroom.elasticache.Policy;
import headroom.elasticache.Policy.ClientFaults;
import headroom.rehearsal.elasticache.simulation.CacheSetup;
import headroom.simulated.elasticache.load.Traffic;

import java.time.Duration;
import java.util.List;

/// Scenarios of what scaling does not cure.
final class ClientFaultScenarios {
    private static final Traffic CRITICAL = Loads.REPLICAS_ALONE.times(1.55);

    private ClientFaultScenarios() {}

    static List<CacheScenario> all() {
        return List.of(
                told("connections_for_each_command_are_told_of", Loads.CHURN)
                        .told("Clients open a connection for each command.")
                        .runs(ONE_A_SHARD),
                told("a_missing_readonly_is_told_of", Loads.NO_READONLY)
                        .told("Clients read from replicas, and do not say READONLY.")
                        .runs(ONE_A_SHARD),
                told("replicas_that_nobody_reads_from_are_told_of", Loads.PRIMARIES_ALONE)
                        .told("Clients read from primaries alone.")
                        .runs(ONE_A_SHARD),
                told("a_primary_that_nobody_reads_from_is_told_of", Loads.REPLICAS_ALONE)
                        .told("Clients read from replicas alone, and these are busy.")
                        .runs(ONE_A_SHARD),
                told("a_hot_key_is_told_of", Loads.HOT_KEY)
                        .told("One hash tag has most of the writes."),
                told("a_big_key_is_told_of", Loads.BIG_KEY)
                        .told("One shard is full, as one key of it is large."),
                told("a_critical_group_with_a_client_fault_is_held", CRITICAL)
                        .told(
                                "Clients read from replicas alone, and these have nothing left to"
                                        + " give.")
                        .runs(SUCCEEDED, SUCCEEDED)
                        .reports(Subjects.TOLD, Subjects.TOLD_CRITICALLY),
                scenario("a_critical_group_with_a_client_fault_may_be_scaled")
                        .told("The same, where the owner allows a step.")
                        .in(
                                CacheSetup.under(CRITICAL)
                                        .with(
                                                Policy.upTo(8, 3)
                                                        .with(
                                                                CacheSettings.CLIENT_FAULTS,
                                                                ClientFaults.SCALE_ANYWAY)))
                        .nodes(3, 3, 3)
                        .runs(SUCCEEDED, SUCCEEDED)
                        .reports(Subjects.TOLD, Subjects.HELPED),
                scenario("a_spike_is_let_pass")
                        .told("For three minutes there is twelve times the traffic.")
                        .in(CacheSetup.under(Loads.spike()))
                        .unchanged()
                        .runs()
                        .reports()
                        .lasting(Duration.ofHours(2)));
    }

    private static CacheScenario told(String name, Traffic traffic) {
        return scenario(name).in(CacheSetup.under(traffic)).unchanged().reports(Subjects.TOLD);
    }
}
