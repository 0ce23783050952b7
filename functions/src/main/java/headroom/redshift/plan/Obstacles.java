package headroom.redshift.plan;

import headroom.redshift.Policy.InsertPolicy;
import headroom.redshift.Settings;
import headroom.redshift.cluster.Cluster;
import headroom.redshift.cluster.DiskMetric;
import headroom.redshift.replication.Replication;
import headroom.redshift.replication.Replication.State;
import headroom.run.Cause;
import headroom.text.Listing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// What is in the way of a resize, as long as nothing is touched. Each question has an answer of
/// its own; [Decision] asks them in order.
record Obstacles(Facts facts, Settings settings, Cause cause) {

    /// A classic resize meets a weekly window more often than not, and a window that opens when it
    /// is under way waits for it. What counts is that it does not open just as the resize begins.
    private static final Duration NEAR = Duration.ofMinutes(90);

    /// What waits for the maintenance window by its nature is no reason to wait for it as well.
    private static final Set<String> FOR_MAINTENANCE =
            Set.of("ClusterVersion", "MaintenanceTrackName");

    /// @param passes true if it passes by itself, so that it is worth a wait
    /// @param about in few words, the same each time
    /// @param wayOut what a person can do about it
    record Obstacle(boolean passes, String about, String sentence, String wayOut) {
        static Optional<Obstacle> lasting(String about, String sentence, String wayOut) {
            return Optional.of(new Obstacle(false, about, sentence, wayOut));
        }

        static Optional<Obstacle> passing(String about, String sentence, String wayOut) {
            return Optional.of(new Obstacle(true, about, sentence, wayOut));
        }
    }

    /// The cluster can be changed by nobody now.
    Optional<Obstacle> cluster() {
        var cluster = facts.cluster();
        if (facts.resizeInProgress()) {
            return Obstacle.lasting(
                    "a resize in flight",
                    "A resize is in flight already: %s.".formatted(cluster.sentence()),
                    "Wait for it. Its effect on disk use shows once it is done.");
        }
        if (cluster.nodes() < 1) {
            return Obstacle.passing(
                    "the cluster's size",
                    "Redshift does not say how many nodes the cluster has.",
                    "See in the Redshift console what keeps it.");
        }
        String seen =
                "The cluster cannot be resized now: %s; %s."
                        .formatted(cluster.sentence(), cluster.condition().explanation());
        return switch (cluster.condition().kind()) {
            case READY, RESIZING -> Optional.empty();
            case PASSING ->
                    Obstacle.passing(
                            "the cluster's status",
                            seen,
                            "See in the Redshift console what keeps it.");
            case FULL ->
                    Obstacle.lasting(
                            "a full disk",
                            seen,
                            "Stop the DMS tasks, resize in the Redshift console without a"
                                    + " snapshot, and resume the tasks with"
                                    + " resume-processing: step by step in the runbook,"
                                    + " under storage-full.");
            case NEEDS_A_PERSON ->
                    Obstacle.lasting(
                            "the cluster's status",
                            seen,
                            "This does not end by itself: see the Redshift console."
                                    + " Headroom looks again within the hour.");
        };
    }

    /// An alarm keeps its state while its metric is missing; only its change is news.
    Optional<Obstacle> unknownDisk() {
        return facts.diskPercent() == null && cause.isAutomatic() && cause != Cause.ALARM
                ? Obstacle.lasting(
                        "unknown disk use",
                        "Disk use is unknown: the metric has been missing for a while, so"
                                + " the alarm's state may be an old one.",
                        "See in CloudWatch why "
                                + DiskMetric.NAME
                                + " is missing. To resize all the same, publish any message to the"
                                + " topic.")
                : Optional.empty();
    }

    /// A wrong endpoint looks like one without tasks, and then the cluster would be resized under
    /// tasks that write.
    Optional<Obstacle> noTasks() {
        return facts.tasks().isEmpty()
                ? Obstacle.lasting(
                        "no tasks",
                        "No DMS task writes to the configured endpoints, whatever its"
                                + " status: "
                                + String.join(", ", settings.endpoints())
                                + ".",
                        "Compare the setting endpoints with the target endpoints of the"
                                + " tasks, and deploy again.")
                : Optional.empty();
    }

    Optional<Obstacle> strangers() {
        return facts.strangers().isEmpty() || settings.policy().ignoresOtherEndpoints()
                ? Optional.empty()
                : Obstacle.lasting(
                        "tasks on other endpoints",
                        "DMS tasks write to this cluster through endpoints that are not"
                                + " configured, so they would go on writing during the"
                                + " resize: "
                                + Listing.of(facts.strangers())
                                + ".",
                        "Add those endpoints to the setting endpoints; or, if their tasks"
                                + " stand a read-only cluster, set otherEndpoints to"
                                + " ignore. Deploy again.");
    }

    Optional<Obstacle> doubledRows() {
        List<Replication> mayDouble = facts.mayDouble();
        return mayDouble.isEmpty() || settings.policy().insertPolicy() == InsertPolicy.WARN
                ? Optional.empty()
                : Obstacle.lasting(
                        "rows that may double",
                        "Rows may double when these DMS tasks resume, as they do not have"
                                + " ApplyErrorInsertPolicy INSERT_RECORD: "
                                + Listing.of(names(mayDouble))
                                + ".",
                        "Stop each of them, set it, and resume it: docs/doubled-rows.md has"
                                + " the commands. Or set insertPolicy to warn, and deploy"
                                + " again.");
    }

    private static List<String> names(List<Replication> tasks) {
        return tasks.stream().map(Replication::name).toList();
    }

    Optional<Obstacle> maintenance(Duration pause) {
        Instant opens = facts.cluster().maintenanceAt();
        Duration near = pause.compareTo(NEAR) < 0 ? pause : NEAR;
        return opens == null
                        || opens.isBefore(facts.seenAt())
                        || opens.isAfter(facts.seenAt().plus(near))
                ? Optional.empty()
                : Obstacle.lasting(
                        "the maintenance window",
                        "The cluster's maintenance window opens at %s, before the resize is expected to be done."
                                .formatted(opens),
                        """
                        Wait until it has passed: Headroom looks again within the hour. Or put the maintenance off for a week:
                          aws redshift modify-cluster-maintenance --region %s --cluster-identifier %s --defer-maintenance --defer-maintenance-duration 7\
                        """
                                .formatted(region(), facts.cluster().identifier()));
    }

    /// The cluster's own, in which its endpoints are by the door: an ARN has it in the fourth
    /// place.
    private String region() {
        return settings.endpoints().getFirst().split(":", 5)[3];
    }

    /// What passes by itself, and then says nothing about the resize.
    Optional<Obstacle> passing() {
        return pending().or(this::snapshot).or(this::tasksInMotion).or(this::tasksLoading);
    }

    private Optional<Obstacle> pending() {
        List<String> pending =
                facts.cluster().pendingChanges().stream()
                        .filter(each -> !FOR_MAINTENANCE.contains(each))
                        // Whether it always comes to its end is not known.
                        .filter(each -> !(each.equals(Cluster.RESTORE) && isCritical()))
                        .toList();
        return pending.isEmpty()
                ? Optional.empty()
                : Obstacle.passing(
                        "pending changes",
                        "The cluster has changes that are not applied yet: "
                                + String.join(", ", pending)
                                + ".",
                        "See in the Redshift console what they wait for; some wait for a"
                                + " restart.");
    }

    private Optional<Obstacle> snapshot() {
        return facts.snapshotsUnderWay().isEmpty()
                ? Optional.empty()
                : Obstacle.passing(
                        "a snapshot in flight",
                        "A snapshot is being taken, and a resize may fail beside it: "
                                + String.join(", ", facts.snapshotsUnderWay())
                                + ".",
                        "See in the Redshift console why it takes so long.");
    }

    private Optional<Obstacle> tasksInMotion() {
        List<String> moving = tasks(this::keepsChanging).map(Replication::sentence).toList();
        return moving.isEmpty()
                ? Optional.empty()
                : Obstacle.passing(
                        "tasks in motion",
                        "DMS tasks are changing their state, so they cannot be stopped"
                                + " cleanly: "
                                + Listing.of(moving)
                                + ".",
                        "See in the DMS console what keeps them; each has to be running or"
                                + " stopped.");
    }

    /// What a word means that is listed nowhere may be found out while there is time; a critical
    /// disk does not wait for it.
    private boolean keepsChanging(Replication task) {
        return task.state() == State.IN_MOTION || (task.state() == State.UNKNOWN && !isCritical());
    }

    private boolean isCritical() {
        return facts.isCritical(settings.policy());
    }

    private Optional<Obstacle> tasksLoading() {
        List<String> loading =
                tasks(each -> each.state() == State.RUNNING && each.loadsTables())
                        .map(Replication::name)
                        .toList();
        return loading.isEmpty()
                ? Optional.empty()
                : Obstacle.passing(
                        "a full load",
                        "DMS tasks are in full load, and stopping one would load its tables"
                                + " again: "
                                + Listing.of(loading)
                                + ".",
                        "Wait for the load to finish, or stop those tasks by hand.");
    }

    private Stream<Replication> tasks(Predicate<Replication> which) {
        return facts.tasks().stream().filter(which);
    }
}
