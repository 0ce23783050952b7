package headroom.rehearsal.redshift.trials;

import headroom.redshift.Policy;
import headroom.redshift.Policy.Growth;
import headroom.redshift.Policy.InsertPolicy;
import headroom.redshift.Policy.Mode;
import headroom.redshift.RedshiftSettings;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.rehearsal.states.BranchError;
import headroom.settings.Switch;
import headroom.settings.Window;
import headroom.simulated.redshift.LatencyFigures;
import headroom.simulated.redshift.Maintenance;
import headroom.simulated.redshift.RedshiftBehaviour;
import headroom.simulated.redshift.RedshiftBehaviour.Quirk;
import headroom.simulated.redshift.RedshiftBehaviour.Times;
import headroom.simulated.redshift.ServerlessTask;
import headroom.simulated.redshift.SimulatedDms;
import headroom.simulated.redshift.SimulatedLoad.Shown;
import headroom.simulated.redshift.SimulatedNodeType;
import headroom.simulated.redshift.SimulatedTask;
import headroom.simulated.redshift.TaskHabits;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/// Draws what a scenario begins with: the cluster's size and pace, how AWS behaves where that is
/// not known for sure, what the owner has decided, and how much writes into the cluster.
record RandomSetup(RandomGenerator random) {
    private static final Policy USUAL = Policy.upTo(16);

    /// In most scenarios all is as usual, so that most of them get as far as a resize.
    private static final int SELDOM = 8;

    /// Those of the ordinary setup that write into the cluster, or did.
    private static final List<String> TASKS =
            List.of("orders", "customers", "payments", "clickstream");

    /// A scenario of hundreds of tasks takes as long as dozens of others.
    private static final int RARELY = 100;

    Setup draw() {
        Setup setup =
                Setup.ORDINARY
                        .with(behaviour())
                        .with(random.nextBoolean() ? BranchError.INNER : BranchError.BRANCH_FAILED)
                        .with(policy());
        if (seldom()) {
            setup = setup.withNodes(random.nextInt(1, 4));
        }
        if (random.nextInt(3) == 0) {
            setup =
                    setup.withSourceLog(
                            random.nextInt(3) == 0 ? random.nextInt(1, 4) : random.nextInt(1, 97));
        }
        if (seldom()) {
            setup = setup.withTasksBehind(minutes(0, 60 * 30), random.nextInt(0, 6));
        }
        if (seldom()) {
            setup = setup.withServerless("clicks", serverless()).withZeroEtl("zero-etl");
        }
        if (seldom()) {
            setup = setup.withFullLoad("ledger", minutes(10, 400), one(Shown.values()));
        }
        if (seldom()) {
            setup = setup.with(one(LatencyFigures.values()));
        }
        if (seldom()) {
            String reason = random.nextInt(3) == 0 ? "RECYCLE_TASK" : one(SimulatedTask.FINISHED);
            setup = setup.withTaskThatEnds("customers", reason, random.nextBoolean());
        }
        for (String task : TASKS) {
            setup = seldom() ? setup.withTask(task, habit()) : setup;
        }
        if (random.nextInt(2 * SELDOM) == 0) {
            return random.nextBoolean() ? setup.withStrayEndpoint() : setup.withHiddenEndpoint();
        }
        return seldom() ? setup.withCluster(Setup.LONGEST_CLUSTER) : setup;
    }

    /// Rarely the same setup with hundreds of tasks, and a share of DMS's calls that others make.
    Setup perhapsWithHundredsOfTasks(Setup setup) {
        if (random.nextInt(RARELY) != 0) {
            return setup;
        }
        return setup.withTasks(random.nextInt(10, 601), random.nextInt(8, 256))
                .with(SimulatedDms.QUOTA.without(random.nextInt(0, 90) / 100.0));
    }

    private RedshiftBehaviour behaviour() {
        RedshiftBehaviour behaviour =
                RedshiftBehaviour.ORDINARY.with(
                        new Times(
                                minutes(1, 90),
                                seldom() ? minutes(15, 900) : minutes(1, 15),
                                minutes(1, 10),
                                minutes(1, 600),
                                minutes(1, 60),
                                minutes(60, 3000)));
        for (Quirk unconfirmed :
                new Quirk[] {
                    Quirk.SUCCESS_SHOWN_EARLY,
                    Quirk.PENDING_SHOWN_LONG,
                    Quirk.MIGRATION_SHOWN_AVAILABLE,
                    Quirk.CLEANUP_SHOWN_MODIFYING,
                    Quirk.OPTIONS_REFUSED,
                    Quirk.ESTIMATES_LEFT_OUT,
                    Quirk.PROGRESS_LEFT_OUT,
                    Quirk.FAILS_BESIDE_SNAPSHOT,
                    Quirk.FULL_REFUSES_RESIZE,
                    Quirk.REBOOTS_AFTER_RESIZE
                }) {
            behaviour = random.nextBoolean() ? behaviour.with(unconfirmed) : behaviour;
        }
        if (seldom()) {
            behaviour = behaviour.with(one(SimulatedNodeType.values()));
        }
        if (seldom()) {
            behaviour = behaviour.withOriginal(random.nextInt(2, 9));
        }
        if (seldom()) {
            behaviour = behaviour.withAutomatedSnapshotOf(minutes(10, 400));
        }
        if (seldom()) {
            Instant opens = Instant.parse("2026-11-22T04:00:00Z").plus(minutes(1, 240));
            behaviour =
                    behaviour.with(Maintenance.at(opens).withVersionPendingFor(minutes(0, 300)));
        }
        if (seldom()) {
            behaviour = behaviour.with(behaviour.maintenance().withActions("recolour-nodes"));
        }
        return behaviour;
    }

    /// What is not known for sure of a task, or is its own. It is drawn once, and the same each
    /// time that the setup is used.
    private Consumer<SimulatedTask> habit() {
        int which = random.nextInt(5);
        int times = random.nextInt(1, 5);
        Duration after = minutes(2, 150);
        return task -> {
            TaskHabits habits = task.habits();
            switch (which) {
                case 0 -> habits.calls("stopped", "parked");
                case 1 -> {
                    habits.calls("running", "Running with errors");
                    habits.calls("failed", "Error");
                }
                case 2 -> habits.doublesRows();
                case 3 -> habits.hasTablesInError(List.of("shop.a", "shop.b"));
                default -> habits.breaksDown(times, after);
            }
        };
    }

    private UnaryOperator<ServerlessTask> serverless() {
        Duration shown = seldom() ? minutes(1, 15) : Duration.ZERO;
        Duration kept = minutes(60, 2880);
        boolean told = random.nextInt(3) == 0;
        boolean odd = seldom();
        return task -> {
            task.showingRunningFor(shown);
            if (odd) {
                task.habits().calls("failed", "FAILED_PROVISION");
            }
            return told ? task.givenUpAfter(kept) : task;
        };
    }

    private Policy policy() {
        return switch (random.nextInt(SELDOM + 2)) {
            case 0 ->
                    USUAL.with(RedshiftSettings.GROWTH, Growth.FIT)
                            .with(RedshiftSettings.TARGET_PERCENT, random.nextInt(20, 80));
            case 1 -> USUAL.with(RedshiftSettings.MODE, Mode.ASK);
            case 2 ->
                    USUAL.with(
                            RedshiftSettings.WINDOW,
                            Optional.of(Window.parse("SUN 06:00-07:00 UTC")));
            case 3 -> USUAL.with(RedshiftSettings.CLASSIC_HOURS, random.nextInt(1, 72));
            case 4 -> USUAL.with(RedshiftSettings.PRECOPY, Switch.OFF);
            case 5 -> USUAL.with(RedshiftSettings.INSERT_POLICY, InsertPolicy.REFUSE);
            case 6 -> USUAL.with(RedshiftSettings.ALARM_MINUTES, 5 * random.nextInt(1, 13));
            default -> USUAL;
        };
    }

    private String one(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T> T one(T[] all) {
        return all[random.nextInt(all.length)];
    }

    private boolean seldom() {
        return random.nextInt(SELDOM) == 0;
    }

    private Duration minutes(int least, int most) {
        return Duration.ofMinutes(random.nextInt(least, most + 1));
    }
}
