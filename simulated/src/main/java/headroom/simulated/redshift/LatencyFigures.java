package headroom.simulated.redshift;

/// By what DMS names a task in CloudWatch. Its documentation leaves it open for a serverless
/// replication, and is read in two ways for a task.
public enum LatencyFigures {
    /// By the last part of its ARN.
    BY_ARN,
    /// By its identifier.
    BY_NAME,
    /// Not at all: there are no figures.
    MISSING
}
