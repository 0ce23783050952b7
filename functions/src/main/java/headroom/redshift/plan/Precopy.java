package headroom.redshift.plan;

/// What came of the snapshot that a run takes while replication still runs.
public enum Precopy {
    /// None was tried so far.
    PENDING,
    /// It is being taken, and the disk may become critical meanwhile.
    RUNNING,
    TAKEN,
    /// Redshift did not take it, or not in time. That is no reason to stop: the snapshot in the
    /// pause has everything to copy then.
    FAILED
}
