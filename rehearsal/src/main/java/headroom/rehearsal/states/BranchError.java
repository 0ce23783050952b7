package headroom.rehearsal.states;

/// Under which name a Parallel fails when one of its branches does. The documentation knows
/// States.BranchFailed, and it is not confirmed when it is used: a definition should hold in both.
public enum BranchError {
    /// The name of the error inside.
    INNER {
        @Override
        Failure of(Failure inner) {
            return inner;
        }
    },
    /// States.BranchFailed, with the cause of the error inside. States.DataLimitExceeded keeps its
    /// name, or States.ALL would catch here what it does not catch elsewhere.
    BRANCH_FAILED {
        @Override
        Failure of(Failure inner) {
            return inner.error().equals(Failure.DATA_LIMIT)
                    ? inner
                    : new Failure(Failure.BRANCH, inner.cause());
        }
    };

    abstract Failure of(Failure inner);
}
