package headroom.redshift;

import headroom.run.ResourceNames;

/// What is deployed for a cluster is called how, for those who make an installation and those who
/// look for it.
///
/// @param cluster the Redshift cluster's identifier
public record ClusterNames(String cluster) {
    /// Of the resource, in one word.
    public static final String KIND = "redshift";

    /// How the name of each drill's copy begins.
    public static final String COPY_PREFIX = "headroom-drill-";

    /// Redshift's own bound on a cluster's identifier, in characters.
    private static final int LONGEST_CLUSTER = 63;

    /// How the name of each stack begins.
    public static final String PREFIX = new ResourceNames(KIND, "").stack();

    public ResourceNames all() {
        return new ResourceNames(KIND, cluster);
    }

    /// The stack, and its state machine.
    public String stack() {
        return all().stack();
    }

    /// The lease of this cluster in the lease table.
    public String leaseKey() {
        return all().leaseKey();
    }

    /// The lease of its drills in the same table.
    public String drillLeaseKey() {
        return KIND + "-drill/" + cluster;
    }

    /// The state machine of its drills. The underscore keeps it apart from that of a cluster named
    /// `drill-` and this one's name: no identifier of Redshift's has one.
    public String drillStateMachine() {
        return new ResourceNames(KIND + "_drill", cluster).stateMachine();
    }

    /// The cluster that a drill restores, resizes and deletes. Another cluster has another name for
    /// its copy, even where both are too long to stand in it whole.
    public String copy() {
        return ResourceNames.cut(COPY_PREFIX + cluster, cluster, LONGEST_CLUSTER);
    }

    /// The alarm on a disk that fills.
    public String diskAlarm() {
        return all().alarm("disk");
    }

    /// The alarm on the critical level of the same disk.
    public String criticalDiskAlarm() {
        return all().alarm("disk-critical");
    }

    /// Headroom's page on the cluster.
    public String dashboard(String region) {
        return all().dashboard(region);
    }
}
