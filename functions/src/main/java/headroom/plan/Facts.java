package headroom.plan;

import headroom.replication.ReplicationTask;
import headroom.warehouse.Cluster;
import headroom.warehouse.LastResize;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/// Everything that the decision rests on, as it was seen at one moment.
///
/// @param sizes the sizes that Redshift permits for an elastic resize within the same node type
/// @param diskPercent the recent maximum of disk use, in percent; null is unknown, never zero
/// @param tasks all DMS tasks that write to the configured endpoints
record Facts(
        Cluster cluster,
        Optional<LastResize> lastResize,
        List<Size> sizes,
        @Nullable Double diskPercent,
        List<ReplicationTask> tasks) {

    /// @param nodes a permitted number of nodes
    /// @param expectedDiskPercent Redshift's own estimate of disk use at this size, if it gives one
    record Size(int nodes, @Nullable Double expectedDiskPercent) {}
}
