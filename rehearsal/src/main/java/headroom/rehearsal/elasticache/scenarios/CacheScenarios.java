package headroom.rehearsal.elasticache.scenarios;

import static headroom.rehearsal.elasticache.scenarios.CacheScenario.scenario;
import static headroom.rehearsal.states.Execution.Status.SUCCEEDED;

import headroom.rehearsal.elasticache.simulation.CacheSetup;
import headroom.rehearsal.elasticache.simulation.CacheSimulation;
import headroom.rehearsal.scenario.Scenario;
import headroom.rehearsal.scenario.ScenarioRun;
import headroom.rehearsal.states.Execution.Status;
import headroom.simulated.faults.Fault;
import headroom.simulated.journal.Kind;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// All scenarios of caches that have a transcript. The first is the one that `./rehearse
/// elasticache` runs.
public final class CacheScenarios {
    /// Each shard that passes the limit later than the first has its own message, which finds the
    /// lease held, or quiet.
    static final Status[] ONE_A_SHARD = {SUCCEEDED, SUCCEEDED, SUCCEEDED};

    /// The way to cluster mode, from its beginning to its end.
    public static final String MIGRATION = "a_migration_waits_for_its_clients";

    /// The same, half way and back.
    public static final String MIGRATION_BACK = "a_migration_is_taken_back";

    /// The longest of the limits of a run, some times over.
    private static final Duration UPSET = Duration.ofDays(4);

    private CacheScenarios() {}

    public static List<Scenario<CacheSimulation>> all() {
        return Stream.of(
                        ordinary(),
                        ClientFaultScenarios.all(),
                        OwnerScenarios.all(),
                        MigrationScenarios.all(),
                        TroubleScenarios.all())
                .flatMap(List::stream)
                .map(CacheScenario::build)
                .toList();
    }

    /// The default setup, upset by faults.
    public static Scenario<CacheSimulation> upset(List<Fault> faults) {
        return upset(CacheSetup.under(Loads.HOT_SHARD).with(faults));
    }

    /// A setup that is upset by its faults.
    public static Scenario<CacheSimulation> upset(CacheSetup setup) {
        return Scenario.open(
                "upset",
                setup.faults().isEmpty() ? "Nothing is upset." : "Upset by: " + setup.faults(),
                CacheScenario.given(setup),
                _ -> {},
                UPSET);
    }

    /// The way to cluster mode and its end, upset by faults.
    public static Scenario<CacheSimulation> upsetMigration(List<Fault> faults) {
        return all().stream()
                .filter(each -> each.name().equals(MIGRATION))
                .findFirst()
                .orElseThrow()
                .upset(faults);
    }

    /// The default setup, begun by a message of the user's own.
    public static Scenario<CacheSimulation> ofMessage(String message, List<Fault> faults) {
        return Scenario.open(
                "your_message",
                "A message from a file is published, long before any alarm.",
                CacheScenario.given(CacheSetup.under(Loads.QUIET).with(faults)),
                Scenario.asked(message),
                Duration.ofHours(3));
    }

    /// When the first step of a scenario is planned: before, a load that grows asks for none.
    public static Duration planned(Scenario<CacheSimulation> scenario) {
        CacheSimulation played = new ScenarioRun<>(scenario).play(_ -> {}).simulation();
        Instant begin = scenario.given().simulation().scheduler().now();
        return played.journal()
                .entries(Kind.LOG)
                .filter(each -> each.detail().startsWith("PlanScaling answers "))
                .filter(each -> each.detail().contains("{\"is\":\"scale\""))
                .findFirst()
                .map(each -> Duration.between(begin, each.at()))
                .orElse(Scenario.ASKED_AFTER);
    }

    private static List<CacheScenario> ordinary() {
        return List.of(
                scenario("a_hot_shard_gets_one_replica")
                        .told("Reads of one shard grow, and that shard alone gets a replica."),
                scenario("even_writes_get_shards")
                        .told("Writes grow on all shards.")
                        .in(CacheSetup.under(Loads.WRITES))
                        .runs(ONE_A_SHARD)
                        .nodes(2, 2, 2, 2, 2),
                scenario("memory_gets_shards")
                        .told("Keys are added, and stay.")
                        .in(CacheSetup.under(Loads.MEMORY))
                        .nodes(2, 2, 2, 2, 2));
    }
}
