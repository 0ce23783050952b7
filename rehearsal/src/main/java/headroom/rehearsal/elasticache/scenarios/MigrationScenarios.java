package headroom.rehearsal.elasticache.scenarios;

import static headroom.rehearsal.elasticache.scenarios.CacheScenario.scenario;
import static headroom.rehearsal.states.Execution.Status.ABORTED;
import static headroom.rehearsal.states.Execution.Status.SUCCEEDED;

import headroom.elasticache.CacheSettings;
import headroom.elasticache.Policy;
import headroom.rehearsal.elasticache.simulation.CacheSetup;
import headroom.rehearsal.elasticache.simulation.CacheSimulation;
import headroom.simulated.elasticache.GroupIntervention;
import headroom.simulated.elasticache.GroupSetup;
import headroom.simulated.elasticache.GroupSetup.Mode;
import headroom.simulated.elasticache.load.Traffic;

import java.time.Duration;
import java.util.List;

/// Scenarios of the way from cluster mode disabled to enabled.
final class MigrationScenarios {
    private static final Policy ALLOWED =
            Policy.upTo(8, 3).with(CacheSettings.CLUSTER_MODE_MIGRATION, Policy.Migration.YES);

    /// The backup is there, and the mode is being changed.
    private static final Duration IN_MID_CHANGE = Duration.ofMinutes(12);

    private static final String START = "{\"migrate\": \"start\"}";
    private static final String FINISH = "{\"migrate\": \"finish\"}";
    private static final String BACK = "{\"migrate\": \"back\"}";

    private MigrationScenarios() {}

    static List<CacheScenario> all() {
        return List.of(
                of("a_migration_to_cluster_mode_begins", Mode.DISABLED, Loads.ONE_SHARD_QUIET)
                        .told("A person begins the way to cluster mode. The clients are ready.")
                        .published(START)
                        .mode(Mode.COMPATIBLE)
                        .runs(SUCCEEDED, SUCCEEDED)
                        .reports(Subjects.MIGRATED, Subjects.MIGRATING)
                        .lasting(Duration.ofHours(3)),
                of(CacheScenarios.MIGRATION, Mode.DISABLED, Loads.ONE_SHARD_CHURN)
                        .told(
                                "A person begins the way, finishes it too early, and again once the"
                                        + " clients keep their connections.")
                        .published(START)
                        .publishedAfter(Duration.ofMinutes(60), FINISH)
                        .after(
                                Duration.ofMinutes(100),
                                simulation -> simulation.act(GroupIntervention.CURE))
                        .publishedAfter(Duration.ofMinutes(150), FINISH)
                        .mode(Mode.ENABLED)
                        .runs(SUCCEEDED, SUCCEEDED, SUCCEEDED, SUCCEEDED)
                        .reports(
                                Subjects.MIGRATED,
                                Subjects.REFUSED,
                                Subjects.MIGRATING,
                                Subjects.MIGRATED)
                        .lasting(Duration.ofHours(4)),
                of("a_migration_is_finished", Mode.COMPATIBLE, Loads.ONE_SHARD_QUIET)
                        .told("A person finishes the way to cluster mode.")
                        .published(FINISH)
                        .mode(Mode.ENABLED)
                        .reports(Subjects.MIGRATED),
                of(
                                "a_migration_is_not_finished_while_clients_reconnect",
                                Mode.COMPATIBLE,
                                Loads.ONE_SHARD_CHURN)
                        .told(
                                "Clients open a connection for each command, and a person wants to"
                                        + " finish.")
                        .published(FINISH)
                        .runs(SUCCEEDED, SUCCEEDED)
                        .reports(Subjects.REFUSED, Subjects.MIGRATING)
                        .lasting(Duration.ofHours(2)),
                of(CacheScenarios.MIGRATION_BACK, Mode.COMPATIBLE, Loads.ONE_SHARD_CHURN)
                        .told(
                                "A person goes back to cluster mode disabled, as clients are not"
                                        + " ready.")
                        .published(BACK)
                        .mode(Mode.DISABLED)
                        .reports(Subjects.MIGRATED),
                of("a_migration_whose_run_was_aborted", Mode.COMPATIBLE, Loads.ONE_SHARD_QUIET)
                        .told("A person aborts the execution while the mode is being changed.")
                        .published(FINISH)
                        .after(IN_MID_CHANGE, CacheSimulation::abortAll)
                        .mode(Mode.ENABLED)
                        .runs(ABORTED, SUCCEEDED)
                        .reports(Subjects.MIGRATED),
                of("a_migration_needs_the_owners_leave", Mode.DISABLED, Loads.ONE_SHARD_QUIET)
                        .told("A person asks for cluster mode, and the setting does not allow it.")
                        .in(setup(Mode.DISABLED, Loads.ONE_SHARD_QUIET).with(Policy.upTo(8, 3)))
                        .published(START)
                        .reports(Subjects.REFUSED));
    }

    private static CacheScenario of(String name, Mode mode, Traffic traffic) {
        return scenario(name).in(setup(mode, traffic)).unchanged();
    }

    private static CacheSetup setup(Mode mode, Traffic traffic) {
        GroupSetup group =
                GroupSetup.of(CacheSetup.GROUP, 1, 1).with(mode).withNodeType(CacheSetup.NODE_TYPE);
        return CacheSetup.under(traffic).of(group).with(ALLOWED);
    }
}
