package headroom.rehearsal.trials;

import headroom.Policy;
import headroom.Policy.Growth;
import headroom.Policy.InsertPolicy;
import headroom.Policy.Mode;
import headroom.Window;
import headroom.rehearsal.aws.CallQuota;
import headroom.rehearsal.aws.LatencyFigures;
import headroom.rehearsal.aws.Maintenance;
import headroom.rehearsal.aws.RedshiftDials;
import headroom.rehearsal.aws.RedshiftDials.Times;
import headroom.rehearsal.aws.RedshiftDials.Trouble;
import headroom.rehearsal.aws.ServerlessTask;
import headroom.rehearsal.aws.SimulatedLoad.Shown;
import headroom.rehearsal.aws.SimulatedNodeType;
import headroom.rehearsal.aws.SimulatedTask;
import headroom.rehearsal.aws.TaskHabits;
import headroom.rehearsal.stage.Scene;
import headroom.rehearsal.states.BranchError;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/// Draws what a story begins with: the cluster's size and pace, how AWS behaves where that is not
/// known for sure, what the owner has decided, and how much writes into the cluster.
record RandomScene(RandomGenerator random) {
    private static final Policy USUAL = Policy.upTo(16);

    /// In most stories all is as usual, so that most of them get as far as a resize.
    private static final int SELDOM = 8;

    /// Those of the ordinary scene that write into the cluster, or did.
    private static final List<String> TASKS =
            List.of("orders", "customers", "payments", "clickstream");

    /// A story of hundreds of tasks takes as long as dozens of others.
    private static final int RARELY = 100;

    Scene draw() {
        Scene scene =
                Scene.ORDINARY
                        .with(dials())
                        .with(random.nextBoolean() ? BranchError.INNER : BranchError.BRANCH_FAILED)
                        .with(policy());
        if (seldom()) {
            scene = scene.withNodes(random.nextInt(1, 4));
        }
        if (random.nextInt(3) == 0) {
            scene =
                    scene.withSourceLog(
                            random.nextInt(3) == 0 ? random.nextInt(1, 4) : random.nextInt(1, 97));
        }
        if (seldom()) {
            scene = scene.withTasksBehind(minutes(0, 60 * 30), random.nextInt(0, 6));
        }
        if (seldom()) {
            scene = scene.withServerless("clicks", serverless()).withZeroEtl("zero-etl");
        }
        if (seldom()) {
            scene = scene.withFullLoad("ledger", minutes(10, 400), one(Shown.values()));
        }
        if (seldom()) {
            scene = scene.with(one(LatencyFigures.values()));
        }
        if (seldom()) {
            String reason = random.nextInt(3) == 0 ? "RECYCLE_TASK" : one(SimulatedTask.FINISHED);
            scene = scene.withTaskThatEnds("customers", reason, random.nextBoolean());
        }
        for (String task : TASKS) {
            scene = seldom() ? scene.withTask(task, habit()) : scene;
        }
        if (random.nextInt(2 * SELDOM) == 0) {
            return random.nextBoolean() ? scene.withStrayEndpoint() : scene.withHiddenEndpoint();
        }
        return seldom() ? scene.withCluster(Scene.LONGEST_CLUSTER) : scene;
    }

    /// Rarely the same scene with hundreds of tasks, and a share of DMS's calls that others make.
    Scene perhapsWithHundredsOfTasks(Scene scene) {
        if (random.nextInt(RARELY) != 0) {
            return scene;
        }
        return scene.withTasks(random.nextInt(10, 601), random.nextInt(8, 256))
                .with(CallQuota.OF_DMS.without(random.nextInt(0, 90) / 100.0));
    }

    private RedshiftDials dials() {
        RedshiftDials dials =
                RedshiftDials.ORDINARY.with(
                        new Times(
                                minutes(1, 90),
                                seldom() ? minutes(15, 900) : minutes(1, 15),
                                minutes(1, 10),
                                minutes(1, 600),
                                minutes(1, 60),
                                minutes(60, 3000)));
        for (Trouble unconfirmed :
                new Trouble[] {
                    Trouble.SUCCESS_SHOWN_EARLY,
                    Trouble.PENDING_SHOWN_LONG,
                    Trouble.MIGRATION_SHOWN_AVAILABLE,
                    Trouble.CLEANUP_SHOWN_MODIFYING,
                    Trouble.OPTIONS_REFUSED,
                    Trouble.ESTIMATES_LEFT_OUT,
                    Trouble.PROGRESS_LEFT_OUT,
                    Trouble.FAILS_BESIDE_SNAPSHOT,
                    Trouble.FULL_REFUSES_RESIZE
                }) {
            dials = random.nextBoolean() ? dials.with(unconfirmed) : dials;
        }
        if (seldom()) {
            dials = dials.with(one(SimulatedNodeType.values()));
        }
        if (seldom()) {
            dials = dials.withOriginal(random.nextInt(2, 9));
        }
        if (seldom()) {
            dials = dials.withAutomatedSnapshotOf(minutes(10, 400));
        }
        if (seldom()) {
            Instant opens = Instant.parse("2026-11-22T04:00:00Z").plus(minutes(1, 240));
            dials = dials.with(Maintenance.at(opens).withVersionPendingFor(minutes(0, 300)));
        }
        if (seldom()) {
            dials = dials.with(dials.maintenance().withActions("recolour-nodes"));
        }
        return dials;
    }

    /// What is not known for sure of a task, or is its own. It is drawn once, and the same each
    /// time that the scene is played.
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
            case 0 -> USUAL.with(Growth.FIT, random.nextInt(20, 80));
            case 1 -> USUAL.with(Mode.ASK);
            case 2 -> USUAL.with(Window.parse("SUN 06:00-07:00 UTC"));
            case 3 -> USUAL.withClassic(Duration.ofHours(random.nextInt(1, 72)));
            case 4 -> USUAL.copyingInThePauseAlone();
            case 5 -> USUAL.with(InsertPolicy.REFUSE);
            case 6 -> USUAL.withAlarmAfter(5 * random.nextInt(1, 13));
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
