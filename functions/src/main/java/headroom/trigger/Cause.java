package headroom.trigger;

/// Why a run was started.
public enum Cause {
    ALARM,
    /// A person published a message, or started an execution.
    MANUAL,
    /// A run died and left tasks stopped.
    RECOVER;

    /// A run that a person asked for acts whatever the disk metric and the quiet time say.
    public boolean isAutomatic() {
        return this != MANUAL;
    }
}
