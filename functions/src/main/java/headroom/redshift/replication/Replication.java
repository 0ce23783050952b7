package headroom.redshift.replication;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What writes into the cluster, as DMS showed it a moment ago: a task on a replication instance,
/// or a serverless replication. Both are paused and resumed; they differ in their statuses and in
/// the requests. In what people read, both are tasks.
public sealed interface Replication permits ReplicationTask, ServerlessReplication {
    /// What a status means to us.
    enum State {
        RUNNING,
        /// Not writing, and can be resumed.
        STOPPED,
        /// Has ended by itself, so that there is nothing to start.
        FINISHED,
        /// Was never started, so it cannot be resumed and needs no pause.
        NEVER_RAN,
        /// On its way to another state.
        IN_MOTION,
        /// A status that is listed nowhere: whether it writes, nobody can say.
        UNKNOWN
    }

    String arn();

    /// The identifier, for people; cut where it is very long.
    String name();

    String targetEndpoint();

    /// A plain string; see [TaskStatus] for what it means here.
    String status();

    /// Why it stopped last, if DMS says so.
    @Nullable String stopReason();

    /// True while it copies whole tables; stopping it would copy them again.
    boolean loadsTables();

    default State state() {
        return TaskStatus.of(status()).state(stopReason());
    }

    /// Since when it runs without an error; null if it does not, or if DMS does not say.
    @Nullable Instant soundSince();

    /// Whether it writes, or will without anybody's help. One that is changed, moved or tested does
    /// not, and neither does one of which nobody knows what its status means.
    default boolean writesOrIsAboutTo() {
        return state() == State.RUNNING
                || (state() == State.IN_MOTION && !TaskStatus.of(status()).keepsStill());
    }

    /// What DMS says of its last failure, which may be an old one; null if it says nothing.
    @Nullable String lastFailure();

    /// How many of its tables could not be loaded. A restart loads those again.
    int tablesInError();

    /// Whether it does not run, because of an error.
    default boolean hasBrokenDown() {
        return hasFailed() || (state() == State.STOPPED && StopReason.isError(stopReason()));
    }

    default boolean hasFailed() {
        return TaskStatus.of(status()).isFailure();
    }

    default PausedTask toPause() {
        return new PausedTask(arn(), name());
    }

    /// What a person should look at though it runs; empty if nothing.
    default Optional<String> weakness() {
        List<String> found = new ArrayList<>();
        if (tablesInError() > 0) {
            found.add("tables in error: " + tablesInError());
        }
        if (lastFailure() != null) {
            found.add("its last failure, perhaps an old one: " + lastFailure());
        }
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(name() + " (" + String.join("; ", found) + ")");
    }

    /// For people.
    default String sentence() {
        return stopReason() == null || state() == State.RUNNING
                ? name() + " is " + status()
                : name() + " is " + status() + " (" + stopReason() + ")";
    }
}
