package headroom.elasticache.figures;

/// A metric that CloudWatch has of each node, one sample a minute, in the namespace
/// `AWS/ElastiCache`. All of them have the dimensions `CacheClusterId` and `CacheNodeId`; with any
/// other set CloudWatch answers with nothing, and with no error.
public enum Metric {
    /// Percent of the one thread that carries out commands.
    ENGINE_CPU("EngineCPUUtilization"),
    /// Percent of all processors.
    CPU("CPUUtilization"),
    /// Percent of what data may use, buffers left out: at 100 keys are evicted, or writes refused.
    MEMORY("DatabaseMemoryUsageCountedForEvictPercentage"),
    /// Bytes.
    USED("BytesUsedForCache"),
    EVICTIONS("Evictions"),
    /// Those of AWS's own monitoring, four to six, are among them.
    CONNECTIONS("CurrConnections"),
    NEW_CONNECTIONS("NewConnections"),
    /// All that was processed, those that answered with an error among them.
    COMMANDS("ProcessedCommands"),
    /// Commands that read, in a minute.
    READS("GetTypeCmds"),
    /// Commands that write, in a minute. Of a replica it is the stream from its primary.
    WRITES("SetTypeCmds"),
    BYTES_IN("NetworkBytesIn"),
    BYTES_OUT("NetworkBytesOut"),
    /// Percent; over 100 it lives on credits.
    BASELINE_IN("NetworkBaselineUsageInPercentage"),
    BASELINE_OUT("NetworkBaselineUsageOutPercentage"),
    /// Packets that were queued or dropped.
    IN_EXCEEDED("NetworkBandwidthInAllowanceExceeded"),
    OUT_EXCEEDED("NetworkBandwidthOutAllowanceExceeded"),
    PACKETS_EXCEEDED("NetworkPacketsPerSecondAllowanceExceeded"),
    /// 1 while the node slows its clients down to survive.
    MANAGED("TrafficManagementActive"),
    /// 1 of a primary. Minutes old: for a minute after a failover two nodes may say so, or none.
    IS_MASTER("IsMaster"),
    /// Seconds. Only replicas have it.
    LAG("ReplicationLag"),
    /// 1 during a backup or a full copy to a replica.
    SAVING("SaveInProgress");

    private final String inCloudWatch;

    Metric(String inCloudWatch) {
        this.inCloudWatch = inCloudWatch;
    }

    /// Its name there.
    public String inCloudWatch() {
        return inCloudWatch;
    }
}
