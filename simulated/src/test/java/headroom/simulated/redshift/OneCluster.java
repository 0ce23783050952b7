package headroom.simulated.redshift;

import headroom.simulated.faults.Faults;
import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Journal;
import headroom.simulated.journal.Kind;
import headroom.simulated.time.Scheduler;

import software.amazon.awssdk.services.redshift.model.ActionType;
import software.amazon.awssdk.services.redshift.model.Cluster;
import software.amazon.awssdk.services.redshift.model.DescribeResizeResponse;
import software.amazon.awssdk.services.redshift.model.NodeConfigurationOption;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// A simulated Redshift that nothing else happens to.
final class OneCluster {
    static final String NAME = "analytics";

    final Scheduler scheduler = new Scheduler(Instant.parse("2026-11-22T04:00:00Z"));
    final Journal journal = new Journal(scheduler);
    final SimulatedRedshift redshift;

    OneCluster(int nodes, double diskPercent, RedshiftBehaviour behaviour) {
        double used = diskPercent / 100 * nodes * SimulatedRedshift.NODE_CAPACITY;
        redshift =
                new SimulatedRedshift(
                        NAME,
                        nodes,
                        new Disk(scheduler, used, 0),
                        behaviour,
                        new Faults(List.of(), journal),
                        scheduler,
                        journal);
    }

    static OneCluster of(int nodes) {
        return new OneCluster(nodes, 50, RedshiftBehaviour.ORDINARY);
    }

    void pass(Duration time) {
        scheduler.pass(time);
    }

    Cluster look() {
        return redshift.describeClusters(request -> request.clusterIdentifier(NAME))
                .clusters()
                .getFirst();
    }

    DescribeResizeResponse lookAtResize() {
        return redshift.describeResize(request -> request.clusterIdentifier(NAME));
    }

    List<NodeConfigurationOption> options() {
        return redshift
                .describeNodeConfigurationOptionsPaginator(
                        request ->
                                request.actionType(ActionType.RESIZE_CLUSTER)
                                        .clusterIdentifier(NAME))
                .nodeConfigurationOptionList()
                .stream()
                .toList();
    }

    void takeSnapshot(String name) {
        redshift.createClusterSnapshot(
                request -> request.clusterIdentifier(NAME).snapshotIdentifier(name));
    }

    void resizeElastically(int nodes) {
        redshift.resizeCluster(
                request -> request.clusterIdentifier(NAME).numberOfNodes(nodes).classic(false));
    }

    void resizeClassically(int nodes) {
        redshift.resizeCluster(
                request ->
                        request.clusterIdentifier(NAME)
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
