package headroom.rehearsal.aws;

import headroom.rehearsal.faults.Faults;
import headroom.rehearsal.journal.Entry;
import headroom.rehearsal.journal.Journal;
import headroom.rehearsal.journal.Kind;
import headroom.rehearsal.stage.Scene;
import headroom.rehearsal.time.Agenda;

import software.amazon.awssdk.services.redshift.model.Cluster;
import software.amazon.awssdk.services.redshift.model.DescribeResizeResponse;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A simulated Redshift that nothing else happens to.
final class OneCluster {
    final Agenda agenda = new Agenda(Instant.parse("2026-11-22T04:00:00Z"));
    final Journal journal = new Journal(agenda);
    final SimulatedRedshift redshift;

    OneCluster(int nodes, double diskPercent, RedshiftDials dials) {
        double used = diskPercent / 100 * nodes * SimulatedRedshift.NODE_CAPACITY;
        redshift =
                new SimulatedRedshift(
                        Scene.CLUSTER,
                        nodes,
                        new Disk(agenda, used, 0),
                        dials,
                        new Faults(List.of(), journal),
                        agenda,
                        journal);
    }

    static OneCluster of(int nodes) {
        return new OneCluster(nodes, 50, RedshiftDials.ORDINARY);
    }

    void pass(Duration time) {
        Instant end = agenda.now().plus(time);
        agenda.after(time, () -> {});
        while (agenda.now().isBefore(end)) {
            agenda.runNext();
        }
    }

    Cluster look() {
        return redshift.describeClusters(request -> request.clusterIdentifier(Scene.CLUSTER))
                .clusters()
                .getFirst();
    }

    DescribeResizeResponse lookAtResize() {
        return redshift.describeResize(request -> request.clusterIdentifier(Scene.CLUSTER));
    }

    void resizeElastically(int nodes) {
        redshift.resizeCluster(
                request ->
                        request.clusterIdentifier(Scene.CLUSTER)
                                .numberOfNodes(nodes)
                                .classic(false));
    }

    void resizeClassically(int nodes) {
        redshift.resizeCluster(
                request ->
                        request.clusterIdentifier(Scene.CLUSTER)
                                .clusterType("multi-node")
                                .nodeType("ra3.4xlarge")
                                .numberOfNodes(nodes)
                                .classic(true));
    }

    /// What was noted of the calls that changed something.
    List<String> changes() {
        return journal.entries(Kind.CALL).map(Entry::detail).toList();
    }

    List<String> statuses() {
        return journal.entries(Kind.CLUSTER).map(Entry::detail).toList();
    }
}
