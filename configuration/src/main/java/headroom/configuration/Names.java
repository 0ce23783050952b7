package headroom.configuration;

/// What is called how, for those who make an installation and those who look for it.
///
/// @param cluster the Redshift cluster's identifier
public record Names(String cluster) {
    /// How the name of each stack begins.
    public static final String PREFIX = "headroom-";

    /// The stack, and what has to have a name of its own.
    public String stack() {
        return PREFIX + cluster;
    }

    /// The lease of this cluster in the lease table.
    public String leaseKey() {
        return "redshift/" + cluster;
    }

    /// The alarm on a disk that fills.
    public String diskAlarm() {
        return stack() + "-disk";
    }

    /// The alarm on the critical level of the same disk.
    public String criticalDiskAlarm() {
        return diskAlarm() + "-critical";
    }
}
