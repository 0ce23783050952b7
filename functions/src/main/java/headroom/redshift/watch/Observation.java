package headroom.redshift.watch;

import headroom.redshift.replication.Lag;
import headroom.redshift.replication.Observed;
import headroom.redshift.replication.Replication;
import headroom.redshift.replication.Replication.State;
import headroom.text.Span;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What becomes of the tasks that were resumed lately. DMS tries a failed connection, or looks for
/// a log that is gone, for up to three quarters of an hour, while the task looks as if it ran.
///
/// @param stay those that are looked at again
/// @param relapsed those that broke down, and are started again
/// @param hopeless those that broke down again and again, and of which operators are to hear now
/// @param weak those that run, and not as they should
record Observation(
        List<Observed> stay, List<Broken> relapsed, List<Broken> hopeless, List<Weak> weak) {
    /// Of a task that has had two hours to catch up. Less is a matter of the load.
    private static final Duration FAR_BEHIND = Duration.ofHours(1);

    record Broken(Observed task, Replication seen) {
        /// For people.
        String sentence() {
            String failure = seen.lastFailure();
            return failure == null ? seen.sentence() : seen.sentence() + ": " + failure;
        }
    }

    /// @param sentence for people
    record Weak(Observed task, String sentence) {}

    /// Those that wait for a run to end, and of which nobody was told.
    List<Broken> unknown() {
        return relapsed.stream().filter(each -> !each.task().isTold()).toList();
    }

    /// What becomes of them while a run holds the lease: only once it is free again can be started
    /// what has broken down.
    ///
    /// @param told whether operators were told of what waits
    Observation whileHeld(boolean told, Instant now) {
        Stream<Observed> waiting = relapsed.stream().map(Broken::task);
        List<Observed> stays =
                Stream.concat(
                                stay.stream(),
                                told
                                        ? waiting.map(
                                                each -> each.isTold() ? each : each.asTold(now))
                                        : waiting)
                        .toList();
        return new Observation(stays, List.of(), hopeless, weak);
    }

    /// All that are looked at again, once operators were told. What needs a person stays until it
    /// runs or is gone, so that it is not forgotten in silence.
    List<Observed> stayTold(Instant now) {
        return Stream.concat(stay.stream(), hopeless.stream().map(each -> each.task().asTold(now)))
                .toList();
    }

    /// All that are looked at again, with those of which nobody could be told.
    List<Observed> stayUntold() {
        return Stream.of(
                        stay.stream(),
                        hopeless.stream().map(Broken::task),
                        weak.stream().map(Weak::task))
                .flatMap(each -> each)
                .toList();
    }

    /// @param observed those of the last pause first; what an earlier one says of the same task is
    ///   out of date
    /// @param found the tasks by ARN as DMS shows them; one that was deleted is missing
    /// @param lags how far tasks are behind, by ARN, as far as it is known
    static Observation of(
            List<Observed> observed,
            Map<String, Replication> found,
            Map<String, Lag> lags,
            Instant now) {
        List<Observed> stay = new ArrayList<>();
        List<Broken> relapsed = new ArrayList<>();
        List<Broken> hopeless = new ArrayList<>();
        List<Weak> weak = new ArrayList<>();
        Set<String> known = new HashSet<>();
        for (Observed each : observed) {
            Replication seen = found.get(each.arn());
            if (seen == null || !known.add(each.arn())) {
                continue;
            }
            boolean hopes = !each.isHopeless();
            if (seen.hasBrokenDown() && (hopes || each.isToBeTold(now))) {
                (hopes ? relapsed : hopeless).add(new Broken(each, seen));
            } else if (seen.hasBrokenDown()
                    || now.isBefore(each.until())
                    // Somebody starts it, and nobody knows yet what comes of that.
                    || (!hopes && seen.state() == State.IN_MOTION)) {
                stay.add(each);
            } else {
                weakness(seen, lags.get(each.arn()))
                        .ifPresent(sentence -> weak.add(new Weak(each, sentence)));
            }
        }
        return new Observation(stay, relapsed, hopeless, weak);
    }

    /// Of one at the end of its time, for people. Who has stopped it by hand knows.
    private static Optional<String> weakness(Replication seen, @Nullable Lag lag) {
        if (seen.state() == State.UNKNOWN) {
            return Optional.of(seen.sentence() + ", and nobody knows what that means");
        }
        if (seen.state() != State.RUNNING) {
            return Optional.empty();
        }
        List<String> found = new ArrayList<>();
        if (seen.tablesInError() > 0) {
            found.add("has tables in error: " + seen.tablesInError());
        }
        if (lag != null && lag.latest().compareTo(FAR_BEHIND) > 0 && !lag.shrinks()) {
            found.add(
                    "is %s behind its source, and does not catch up"
                            .formatted(new Span(lag.latest())));
        }
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(seen.name() + " " + String.join(", and ", found));
    }
}
