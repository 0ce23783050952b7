package headroom.simulated.redshift;

import headroom.simulated.aws.Pages;
import headroom.simulated.aws.Refusal;
import headroom.simulated.faults.FaultKinds;
import headroom.simulated.faults.Faults;
import headroom.simulated.journal.Journal;
import headroom.simulated.journal.Kind;
import headroom.simulated.time.Scheduler;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.redshift.model.ClusterSnapshotAlreadyExistsException;
import software.amazon.awssdk.services.redshift.model.ClusterSnapshotNotFoundException;
import software.amazon.awssdk.services.redshift.model.DescribeClusterSnapshotsRequest;
import software.amazon.awssdk.services.redshift.model.DescribeClusterSnapshotsResponse;
import software.amazon.awssdk.services.redshift.model.InvalidClusterSnapshotStateException;
import software.amazon.awssdk.services.redshift.model.Snapshot;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntSupplier;

/// The snapshots of one cluster: those that Redshift takes by itself, oldest first, and then the
/// manual ones. Two automated ones are from before the scenario, since a cluster always has some.
final class SimulatedSnapshots {
    private static final double SIZE = 81_920;
    private static final Duration EVERY = Duration.ofHours(8);
    private static final Duration TOOK = Duration.ofMinutes(5);
    private static final Duration AUTOMATED_TAKES = Duration.ofMinutes(8);

    /// For how long a snapshot stays in `creating` that hangs; people have reported a day.
    private static final Duration HANGS = Duration.ofHours(26);

    private static final DateTimeFormatter IN_NAMES =
            DateTimeFormatter.ofPattern("yyyy-MM-dd-HH-mm-ss").withZone(ZoneOffset.UTC);

    private final String cluster;
    private final IntSupplier nodes;
    private final RedshiftBehaviour behaviour;
    private final Faults faults;
    private final Scheduler scheduler;
    private final Journal journal;
    private final Map<String, SimulatedSnapshot> snapshots = new LinkedHashMap<>();
    private final Map<String, Snapshot> shown = new HashMap<>();

    SimulatedSnapshots(
            String cluster,
            IntSupplier nodes,
            RedshiftBehaviour behaviour,
            Faults faults,
            Scheduler scheduler,
            Journal journal) {
        this.cluster = cluster;
        this.nodes = nodes;
        this.behaviour = behaviour;
        this.faults = faults;
        this.scheduler = scheduler;
        this.journal = journal;
        Instant now = scheduler.now();
        put(automated("available", now.minus(EVERY.multipliedBy(2)), TOOK));
        put(automated("available", now.minus(EVERY), TOOK));
        behaviour.automatedSnapshot().ifPresent(takes -> begin(automated("creating", now, takes)));
    }

    private SimulatedSnapshot automated(String status, Instant at, Duration takes) {
        String name = "rs:" + cluster + "-" + IN_NAMES.format(at);
        return new SimulatedSnapshot(
                name,
                cluster,
                SimulatedSnapshot.AUTOMATED,
                status,
                at,
                takes,
                SIZE,
                nodes.getAsInt(),
                false);
    }

    /// What is under way when the scenario begins is noted as its first event.
    private void begin(SimulatedSnapshot snapshot) {
        put(snapshot);
        scheduler.after(Duration.ZERO, () -> note(snapshot));
        scheduler.after(snapshot.takes(), () -> end(snapshot, "available"));
    }

    private void put(SimulatedSnapshot snapshot) {
        snapshots.put(snapshot.name(), snapshot);
    }

    /// Somebody's, which is shown so, whatever becomes of it.
    void put(Snapshot snapshot) {
        String name = snapshot.snapshotIdentifier();
        Instant now = scheduler.now();
        String type = SimulatedSnapshot.MANUAL;
        put(
                new SimulatedSnapshot(
                        name,
                        Objects.requireNonNullElse(snapshot.clusterIdentifier(), cluster),
                        type,
                        snapshot.status(),
                        now,
                        Duration.ZERO,
                        SIZE,
                        nodes.getAsInt(),
                        false));
        shown.put(name, snapshot);
    }

    void refuseSecond(String name) {
        if (snapshots.containsKey(name)) {
            throw refusal(
                    ClusterSnapshotAlreadyExistsException.builder(),
                    "ClusterSnapshotAlreadyExists",
                    "Cannot create the snapshot because one named " + name + " exists");
        }
    }

    SimulatedSnapshot create(String name) {
        String fault = faults.strike(RedshiftFaults.SNAPSHOT).orElse("");
        boolean fails = fault.equals(FaultKinds.FAILS);
        boolean hasBase =
                snapshots.values().stream().anyMatch(each -> each.isManual() && each.isAvailable());
        Duration usual = hasBase ? behaviour.times().increment() : behaviour.times().snapshot();
        boolean hangs = fault.equals(FaultKinds.HANGS);
        Duration takes = usual.multipliedBy(fault.equals(FaultKinds.SLOW) ? 10 : 1);
        SimulatedSnapshot snapshot =
                new SimulatedSnapshot(
                        name,
                        cluster,
                        SimulatedSnapshot.MANUAL,
                        "creating",
                        scheduler.now(),
                        takes,
                        SIZE,
                        nodes.getAsInt(),
                        hangs);
        put(snapshot);
        journal.note(Kind.CALL, "CreateClusterSnapshot", name);
        scheduler.after(hangs ? HANGS : takes, () -> end(snapshot, fails ? "failed" : "available"));
        return snapshot;
    }

    /// Redshift's own snapshot, taken whenever it sees fit.
    void takeAutomated() {
        begin(automated("creating", scheduler.now(), AUTOMATED_TAKES));
    }

    void delete(String name) {
        SimulatedSnapshot snapshot = find(name);
        if (!snapshot.isManual() || snapshot.isUnderWay()) {
            throw refusal(
                    InvalidClusterSnapshotStateException.builder(),
                    "InvalidClusterSnapshotState",
                    "Cannot delete the %s snapshot %s because its state is %s"
                            .formatted(snapshot.type(), name, snapshot.status()));
        }
        snapshots.remove(name);
        journal.note(Kind.CALL, "DeleteClusterSnapshot", name);
    }

    private void end(SimulatedSnapshot snapshot, String status) {
        SimulatedSnapshot ended = snapshot.with(status);
        put(ended);
        note(ended);
    }

    private void note(SimulatedSnapshot snapshot) {
        String which = snapshot.isManual() ? "snapshot" : "automated snapshot";
        journal.note(Kind.CLUSTER, cluster, which + " is " + snapshot.status());
    }

    /// One by its name, or else all that the request does not rule out, page by page.
    DescribeClusterSnapshotsResponse describe(DescribeClusterSnapshotsRequest request) {
        var response = DescribeClusterSnapshotsResponse.builder();
        if (request.snapshotIdentifier() != null) {
            return response.snapshots(describe(find(request.snapshotIdentifier()))).build();
        }
        Pages<SimulatedSnapshot> pages =
                Pages.cut(
                        snapshots.values().stream().filter(each -> suits(each, request)).toList(),
                        request.marker());
        return response.snapshots(pages.page().stream().map(this::describe).toList())
                .marker(pages.marker())
                .build();
    }

    Snapshot describe(SimulatedSnapshot snapshot) {
        Snapshot described =
                snapshot.describe(
                        scheduler.now(),
                        behaviour.estimates(),
                        !behaviour.has(RedshiftBehaviour.Quirk.PROGRESS_LEFT_OUT),
                        behaviour.nodeType());
        return shown.getOrDefault(snapshot.name(), described);
    }

    private static boolean suits(
            SimulatedSnapshot snapshot, DescribeClusterSnapshotsRequest request) {
        String cluster = request.clusterIdentifier();
        String type = request.snapshotType();
        Instant from = request.startTime();
        return (cluster == null || cluster.equals(snapshot.cluster()))
                && (type == null || type.equals(snapshot.type()))
                && (from == null || !snapshot.askedAt().isBefore(from));
    }

    /// @throws AwsServiceException if there is none of that name
    SimulatedSnapshot find(String name) {
        return Optional.ofNullable(snapshots.get(name))
                .orElseThrow(
                        () ->
                                refusal(
                                        ClusterSnapshotNotFoundException.builder(),
                                        "ClusterSnapshotNotFound",
                                        "Snapshot " + name + " not found"));
    }

    boolean hasAvailable(String name) {
        return Optional.ofNullable(snapshots.get(name))
                .filter(SimulatedSnapshot::isAvailable)
                .isPresent();
    }

    boolean oneIsUnderWay() {
        return snapshots.values().stream().anyMatch(SimulatedSnapshot::isUnderWay);
    }

    private static AwsServiceException refusal(
            AwsServiceException.Builder exception, String code, String message) {
        return Refusal.of(exception, "Redshift", code, message);
    }
}
