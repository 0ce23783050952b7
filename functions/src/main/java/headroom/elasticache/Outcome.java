package headroom.elasticache;

/// How a run ended, or what else operators are told of it.
public enum Outcome {
    /// The step was taken, and it helped.
    IMPROVED,
    /// The step was taken, and the figures are as they were.
    NOT_IMPROVED,
    /// The step was taken, and the figures are worse.
    WORSE,
    /// The step was taken, and what it did could not be measured.
    UNMEASURED,
    /// The cluster mode was changed, as a person asked.
    MIGRATED,
    /// The group is between two cluster modes.
    MIGRATING,
    /// A run ended early, and no change of it was left.
    RECOVERED,
    /// A plan was asked for, and no more.
    PLANNED,
    UNNEEDED,
    /// Something is wrong that scaling does not cure.
    TOLD,
    /// A person is asked to carry the plan out.
    ASKED,
    /// The plan waits for its window.
    DEFERRED,
    REFUSED,
    FAILED,
    /// A person asked for a run while the lease was held.
    DECLINED
}
