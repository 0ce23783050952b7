package headroom.rehearsal.states;

/// Counts what the service would write down and what it would bill.
///
/// The events of a lambda:invoke task are five: entered, scheduled, started, succeeded, exited. A
/// state that fails is not exited, a retry is scheduled and started again, and an expression that
/// fails is an event of its own.
final class History {
    static final int TASK_BEGUN = 2;
    static final int PARALLEL_BEGUN = 1;

    private int events;
    private int transitions;

    int events() {
        return events;
    }

    int transitions() {
        return transitions;
    }

    /// Counts the events of the next step.
    ///
    /// @throws Failure.Raised if there are now more than an execution may have, which nothing can
    ///   catch
    void add(int more) {
        events += more;
        if (events > Limits.HISTORY_EVENTS) {
            throw new Failure(
                            Failure.RUNTIME,
                            "The history has more than %d events; the service ends such an execution."
                                    .formatted(Limits.HISTORY_EVENTS))
                    .raised();
        }
    }

    /// One more, which has its place even in a history that is full.
    void note() {
        events++;
    }

    void transition() {
        transitions++;
    }
}
