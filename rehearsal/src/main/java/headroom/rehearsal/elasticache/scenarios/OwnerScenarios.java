package headroom.rehearsal.elasticache.scenarios;

import static headroom.rehearsal.elasticache.scenarios.CacheScenario.scenario;
import static headroom.rehearsal.elasticache.scenarios.CacheScenarios.ONE_A_SHARD;
import static headroom.rehearsal.states.Execution.Status.SUCCEEDED;

import headroom.elasticache.CacheSettings;
import headroom.elasticache.Policy;
import headroom.elasticache.Policy.Mode;
import headroom.rehearsal.elasticache.simulation.CacheSetup;
import headroom.settings.Window;
import headroom.simulated.elasticache.GroupSetup;
import headroom.simulated.elasticache.SimulatedAutoScaling;
import headroom.simulated.elasticache.load.Traffic;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// Scenarios of what the group's owner has decided, or asks for.
final class OwnerScenarios {
    private static final Policy POLICY = Policy.upTo(8, 3);

    private OwnerScenarios() {}

    static List<CacheScenario> all() {
        return List.of(
                hot("a_group_that_is_observed_is_told_of")
                        .told("The owner wants to be told, and nothing done.")
                        .in(setup(POLICY.with(CacheSettings.MODE, Mode.OBSERVE)))
                        .reports(Subjects.ASKS),
                hot("a_group_asks_and_a_message_answers")
                        .told("The owner wants to be asked, and answers after half an hour.")
                        .in(setup(POLICY.with(CacheSettings.MODE, Mode.ASK)))
                        .publishedAfter(Duration.ofMinutes(50), "yes, please")
                        .nodes(2, 3, 2)
                        .runs(SUCCEEDED, SUCCEEDED)
                        .reports(Subjects.ASKS, Subjects.HELPED),
                hot("a_step_waits_for_its_window")
                        .told("Steps may begin from six to seven in the morning.")
                        .in(
                                setup(
                                        POLICY.with(
                                                CacheSettings.WINDOW,
                                                Optional.of(Window.parse("SUN 06:00-07:00 UTC")))))
                        .nodes(2, 3, 2)
                        .runs(SUCCEEDED, SUCCEEDED, SUCCEEDED)
                        .reports(Subjects.DEFERRED, Subjects.HELPED)
                        .lasting(Duration.ofHours(4)),
                scenario("the_ceiling_allows_a_smaller_step")
                        .told("Writes grow, and four shards are the most there may be.")
                        .in(CacheSetup.under(Loads.WRITES).with(Policy.upTo(4, 1)))
                        .nodes(2, 2, 2, 2)
                        .runs(ONE_A_SHARD),
                scenario("the_ceiling_allows_no_step")
                        .told("Writes grow, and three shards are the most there may be.")
                        .in(CacheSetup.under(Loads.WRITES).with(Policy.upTo(3, 1)))
                        .nodes(2, 2, 2)
                        .runs(ONE_A_SHARD)
                        .reports(Subjects.REFUSED),
                hot("a_group_that_something_else_scales_is_left_alone")
                        .told("Somebody has registered the group with Application Auto Scaling.")
                        .in(
                                CacheSetup.under(Loads.HOT_SHARD)
                                        .with(
                                                SimulatedAutoScaling.of(
                                                        SimulatedAutoScaling.target(
                                                                CacheSetup.GROUP,
                                                                "Replicas",
                                                                false))))
                        .reports(Subjects.REFUSED),
                disabled("a_group_without_cluster_mode_gets_a_replica", Loads.ONE_SHARD_READS)
                        .told("Reads of a group with cluster mode disabled grow.")
                        .nodes(3),
                disabled("a_group_without_cluster_mode_has_no_shards", Loads.ONE_SHARD_WRITES)
                        .told("Writes to a group with cluster mode disabled grow.")
                        .nodes(2)
                        .reports(Subjects.REFUSED),
                asked("a_message_asks_for_nothing_in_particular", "more room, please")
                        .told("A person publishes plain text, and nothing is the matter.")
                        .unchanged()
                        .reports(Subjects.UNNEEDED),
                asked("a_dry_run_of_a_group_changes_nothing", "{\"dryRun\": true}")
                        .told("A person asks for the plan alone.")
                        .unchanged()
                        .reports(Subjects.UNNEEDED),
                asked("a_message_asks_for_a_replica", "{\"replicas\": {\"0002\": 2}}")
                        .told("A person asks for a second replica on one shard.")
                        .nodes(2, 3, 2),
                asked("a_message_asks_for_shards", "{\"shards\": 5}")
                        .told("A person asks for five shards.")
                        .nodes(2, 2, 2, 2, 2),
                asked("a_message_asks_for_even_slots", "{\"rebalance\": true}")
                        .told("A person asks for slots spread evenly, and they are.")
                        .unchanged()
                        .reports(Subjects.UNNEEDED),
                asked("a_message_asks_for_a_node_type", "{\"nodeType\": \"cache.r7g.2xlarge\"}")
                        .told("A person asks for larger nodes.")
                        .in(
                                CacheSetup.under(Loads.QUIET)
                                        .with(
                                                POLICY.with(
                                                        CacheSettings.LARGEST_NODE_TYPE,
                                                        "cache.r7g.2xlarge")))
                        .unchanged()
                        .nodeType("cache.r7g.2xlarge"),
                asked("a_message_asks_for_fewer_shards", "{\"shards\": 2}")
                        .told("A person asks for two shards, where there are three.")
                        .unchanged()
                        .reports(Subjects.REFUSED),
                asked("a_message_that_is_half_understood_is_planned_only", "{\"shrads\": 6}")
                        .told("A person mistypes a field.")
                        .unchanged()
                        .reports(Subjects.UNNEEDED));
    }

    private static CacheSetup setup(Policy policy) {
        return CacheSetup.under(Loads.HOT_SHARD).with(policy);
    }

    private static CacheScenario hot(String name) {
        return scenario(name).nodes(2, 2, 2);
    }

    private static CacheScenario asked(String name, String message) {
        return scenario(name).in(CacheSetup.under(Loads.QUIET)).published(message);
    }

    private static CacheScenario disabled(String name, Traffic traffic) {
        GroupSetup group =
                GroupSetup.of(CacheSetup.GROUP, 1, 1)
                        .with(GroupSetup.Mode.DISABLED)
                        .withNodeType(CacheSetup.NODE_TYPE);
        return scenario(name).in(CacheSetup.under(traffic).of(group));
    }
}
