package headroom.elasticache.figures;

import software.amazon.awssdk.services.cloudwatch.model.Statistic;

/// A metric that CloudWatch has of each node, one sample a minute, in the namespace
/// `AWS/ElastiCache`. All of them have the dimensions `CacheClusterId` and `CacheNodeId`; with any
/// other set CloudWatch answers with nothing, and with no error.
public enum Metric {
    /// Percent of the one thread that carries out commands.
    ENGINE_CPU("EngineCPUUtilization", Of.AVERAGE),
    /// Percent of all processors.
    CPU("CPUUtilization", Of.AVERAGE),
    /// Percent of what data may use, buffers left out: at 100 keys are evicted, or writes refused.
    MEMORY("DatabaseMemoryUsageCountedForEvictPercentage", Of.AVERAGE),
    /// Bytes.
    USED("BytesUsedForCache", Of.AVERAGE),
    EVICTIONS("Evictions", Of.SUM),
    /// Those of AWS's own monitoring, four to six, are among them.
    CONNECTIONS("CurrConnections", Of.AVERAGE),
    NEW_CONNECTIONS("NewConnections", Of.SUM),
    /// All that was processed, those that answered with an error among them.
    COMMANDS("ProcessedCommands", Of.SUM),
    /// Commands that read, in a minute.
    READS("GetTypeCmds", Of.SUM),
    /// Commands that write, in a minute. Of a replica it is the stream from its primary.
    WRITES("SetTypeCmds", Of.SUM),
    BYTES_IN("NetworkBytesIn", Of.SUM),
    BYTES_OUT("NetworkBytesOut", Of.SUM),
    /// Percent; over 100 it lives on credits.
    BASELINE_IN("NetworkBaselineUsageInPercentage", Of.AVERAGE),
    BASELINE_OUT("NetworkBaselineUsageOutPercentage", Of.AVERAGE),
    /// Packets that were queued or dropped.
    IN_EXCEEDED("NetworkBandwidthInAllowanceExceeded", Of.SUM),
    OUT_EXCEEDED("NetworkBandwidthOutAllowanceExceeded", Of.SUM),
    PACKETS_EXCEEDED("NetworkPacketsPerSecondAllowanceExceeded", Of.SUM),
    /// 1 while the node slows its clients down to survive.
    MANAGED("TrafficManagementActive", Of.MAXIMUM),
    /// 1 of a primary. Minutes old: for a minute after a failover two nodes may say so, or none.
    IS_MASTER("IsMaster", Of.AVERAGE),
    /// Seconds. Only replicas have it.
    LAG("ReplicationLag", Of.MAXIMUM),
    /// 1 during a backup or a full copy to a replica.
    SAVING("SaveInProgress", Of.MAXIMUM);

    private final String inCloudWatch;
    private final Of statistic;

    Metric(String inCloudWatch, Of statistic) {
        this.inCloudWatch = inCloudWatch;
        this.statistic = statistic;
    }

    /// Its name there.
    public String inCloudWatch() {
        return inCloudWatch;
    }

    /// What of a minute's samples counts: the sum of what was counted, the mean of what was
    /// measured, and the worst of what must not be missed. ElastiCache sends one sample a minute as
    /// a rule, of which all three are the same.
    public Statistic statistic() {
        return Statistic.valueOf(statistic.name());
    }

    /// As the client calls them. Who only asks for a metric's name needs no client on the class
    /// path.
    private enum Of {
        AVERAGE,
        SUM,
        MAXIMUM
    }
}
