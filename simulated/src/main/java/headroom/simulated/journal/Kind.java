package headroom.simulated.journal;

import java.util.Locale;

/// What an entry is about.
public enum Kind {
    /// The scenario itself tells something.
    SCENARIO,
    /// The alarm changed its state.
    ALARM,
    /// A message was published on the alarm's topic or delivered to the trigger.
    MESSAGE,
    /// A function wrote a log line.
    LOG,
    /// A function measured something.
    METRIC,
    /// An execution started or ended.
    EXECUTION,
    /// An execution entered a state.
    STATE,
    /// A function behind a state answered or failed.
    STEP,
    /// A call that changes something in AWS took effect.
    CALL,
    /// What is resized changed by itself.
    CLUSTER,
    /// One of many things beside it changed by itself, such as a replication task.
    TASK,
    /// A report was published to the operators.
    REPORT,
    /// A call was struck by a fault.
    FAULT,
    /// Somebody or something beside Headroom acted on what Headroom works with.
    PERSON,
    /// An invariant is violated.
    VIOLATION;

    /// As transcripts and `--json` write it.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
