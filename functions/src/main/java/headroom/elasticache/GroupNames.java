package headroom.elasticache;

import headroom.run.ResourceNames;

/// What is deployed for a group is called how, for those who make an installation and those who
/// look for it.
///
/// @param group the replication group's identifier
public record GroupNames(String group) {
    /// Of the resource, in one word.
    public static final String KIND = "elasticache";

    /// How the name of each stack begins.
    public static final String PREFIX = new ResourceNames(KIND, "").stack();

    public ResourceNames all() {
        return new ResourceNames(KIND, group);
    }

    /// The stack, and its state machine.
    public String stack() {
        return all().stack();
    }

    /// The lease of this group in the lease table.
    public String leaseKey() {
        return all().leaseKey();
    }

    /// The alarm on the processors of its shards.
    public String cpuAlarm() {
        return all().alarm("cpu");
    }

    /// The alarm on the memory of its shards.
    public String memoryAlarm() {
        return all().alarm("memory");
    }

    /// Headroom's page on the group.
    public String dashboard(String region) {
        return all().dashboard(region);
    }
}
