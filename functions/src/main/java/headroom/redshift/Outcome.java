package headroom.redshift;

/// How a run ended, or what else operators are told of it.
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
    FAILED,
    /// A classic resize is about to begin: the run goes on.
    ANNOUNCED,
    /// A person asked for a run while the lease was held.
    DECLINED,
    /// A person wants tasks forgotten, and the record could not be changed.
    UNDONE;

    /// Whether a run ended so that had the lease, and is counted.
    public boolean isCounted() {
        return switch (this) {
            case RESIZED, RECOVERED, PLANNED, UNNEEDED, ASKED, DEFERRED, REFUSED, FAILED -> true;
            case ANNOUNCED, DECLINED, UNDONE -> false;
        };
    }
}
