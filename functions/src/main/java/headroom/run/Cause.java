package headroom.run;

/// Why a run was started.
public enum Cause {
    ALARM,
    /// A person published a message, or started an execution.
    MANUAL,
    /// The alarm stands in ALARM, and nothing is being done about it.
    WATCH,
    /// A run ended without its lease: it may have left tasks stopped.
    RECOVER,
    /// A person wants tasks taken off the record. Nothing is planned, and no lease is taken.
    FORGET;

    /// A run that a person asked for acts whatever the disk metric and the quiet time say.
    public boolean isAutomatic() {
        return this != MANUAL;
    }
}
