package headroom.report;

/// How a run ended.
public enum Outcome {
    RESIZED,
    /// A run left tasks stopped; a later one has started them again.
    RECOVERED,
    /// A plan was asked for, and no more.
    PLANNED,
    UNNEEDED,
    REFUSED,
    FAILED
}
