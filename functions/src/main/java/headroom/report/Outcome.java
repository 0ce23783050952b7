package headroom.report;

/// How a run ended.
public enum Outcome {
    RESIZED,
    /// A run left tasks stopped; a later one has started them again.
    RECOVERED,
    /// A plan was asked for, and no more.
    PLANNED,
    UNNEEDED,
    /// A person is asked to carry the plan out.
    ASKED,
    /// The plan waits for its window.
    DEFERRED,
    REFUSED,
    FAILED
}
