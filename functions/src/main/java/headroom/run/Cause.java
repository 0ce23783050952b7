package headroom.run;

/// Why a run was started.
public enum Cause {
    ALARM,
    /// A person published a message, or started an execution.
    MANUAL,
    /// The alarm stands in ALARM, and nothing is being done about it.
    WATCH,
    /// A run ended without its lease: it may have left something that is to be brought back.
    RECOVER,
    /// A person wants something taken off the lease's record, so that it is not brought back.
    /// Nothing is planned, and no lease is taken.
    FORGET;

    /// A run that a person asked for acts whatever the metrics and the quiet time say.
    public boolean isAutomatic() {
        return switch (this) {
            case ALARM, WATCH, RECOVER -> true;
            case MANUAL, FORGET -> false;
        };
    }
}
