package headroom.rehearsal.aws;

import headroom.rehearsal.faults.Faults;
import headroom.rehearsal.faults.Kinds;
import headroom.rehearsal.journal.Journal;
import headroom.rehearsal.journal.Kind;
import headroom.rehearsal.time.Agenda;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.redshift.model.ClusterSnapshotAlreadyExistsException;
import software.amazon.awssdk.services.redshift.model.ClusterSnapshotNotFoundException;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// The manual snapshots of one cluster.
final class SimulatedSnapshots {
    private static final double SIZE = 81_920;

    private final String cluster;
    private final RedshiftDials dials;
    private final Faults faults;
    private final Agenda agenda;
    private final Journal journal;
    private final Map<String, SimulatedSnapshot> snapshots = new LinkedHashMap<>();

    SimulatedSnapshots(
            String cluster, RedshiftDials dials, Faults faults, Agenda agenda, Journal journal) {
        this.cluster = cluster;
        this.dials = dials;
        this.faults = faults;
        this.agenda = agenda;
        this.journal = journal;
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
        String fault = faults.strike(Kinds.SNAPSHOT).orElse("");
        boolean first = snapshots.isEmpty();
        boolean fails =
                (first && dials.has(RedshiftDials.Trouble.SNAPSHOT_FAILS))
                        || fault.equals(Kinds.FAILS);
        Duration takes = dials.snapshot().multipliedBy(fault.equals(Kinds.SLOW) ? 10 : 1);
        SimulatedSnapshot snapshot =
                new SimulatedSnapshot(name, cluster, "creating", agenda.now(), takes, SIZE);
        snapshots.put(name, snapshot);
        journal.note(Kind.CALL, "CreateClusterSnapshot", name);
        agenda.after(takes, () -> end(snapshot, fails ? "failed" : "available"));
        return snapshot;
    }

    private void end(SimulatedSnapshot snapshot, String status) {
        snapshots.put(snapshot.name(), snapshot.with(status));
        journal.note(Kind.CLUSTER, cluster, "snapshot is " + status);
    }

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
        return snapshots.values().stream().anyMatch(each -> each.status().equals("creating"));
    }

    private static AwsServiceException refusal(
            AwsServiceException.Builder exception, String code, String message) {
        return Refusal.of(exception, "Redshift", code, message);
    }
}
