package headroom.simulated.elasticache.load;

/// What a node reports to CloudWatch each minute, as AWS's list spells it.
public enum NodeMetric {
    ENGINE_CPU("EngineCPUUtilization", Sets.ALSO_WITHOUT_NODE),
    CPU("CPUUtilization", Sets.ALSO_WITHOUT_NODE),
    MEMORY("DatabaseMemoryUsageCountedForEvictPercentage", Sets.WITH_NODE_ALONE),
    USED("BytesUsedForCache", Sets.ALSO_WITHOUT_NODE),
    EVICTIONS("Evictions", Sets.ALSO_WITHOUT_NODE),
    CONNECTIONS("CurrConnections", Sets.ALSO_WITHOUT_NODE),
    NEW_CONNECTIONS("NewConnections", Sets.ALSO_WITHOUT_NODE),
    COMMANDS("ProcessedCommands", Sets.WITH_NODE_ALONE),
    READS("GetTypeCmds", Sets.ALSO_WITHOUT_NODE),
    WRITES("SetTypeCmds", Sets.ALSO_WITHOUT_NODE),
    BYTES_IN("NetworkBytesIn", Sets.ALSO_WITHOUT_NODE),
    BYTES_OUT("NetworkBytesOut", Sets.ALSO_WITHOUT_NODE),
    BASELINE_IN("NetworkBaselineUsageInPercentage", Sets.WITH_NODE_ALONE),
    BASELINE_OUT("NetworkBaselineUsageOutPercentage", Sets.WITH_NODE_ALONE),
    IN_EXCEEDED("NetworkBandwidthInAllowanceExceeded", Sets.ALSO_WITHOUT_NODE),
    OUT_EXCEEDED("NetworkBandwidthOutAllowanceExceeded", Sets.ALSO_WITHOUT_NODE),
    PACKETS_EXCEEDED("NetworkPacketsPerSecondAllowanceExceeded", Sets.ALSO_WITHOUT_NODE),
    MANAGED("TrafficManagementActive", Sets.WITH_NODE_ALONE),
    IS_MASTER("IsMaster", Sets.ALSO_WITHOUT_NODE),
    LAG("ReplicationLag", Sets.ALSO_WITHOUT_NODE),
    SAVING("SaveInProgress", Sets.ALSO_WITHOUT_NODE);

    private final String published;
    private final Sets sets;

    NodeMetric(String published, Sets sets) {
        this.published = published;
        this.sets = sets;
    }

    /// Its name in the namespace `AWS/ElastiCache`.
    public String published() {
        return published;
    }

    /// Whether it is published under the cache cluster alone as well.
    public boolean isAlsoWithoutNode() {
        return sets == Sets.ALSO_WITHOUT_NODE;
    }

    /// The sets of dimensions that it is published under.
    private enum Sets {
        WITH_NODE_ALONE,
        ALSO_WITHOUT_NODE
    }
}
