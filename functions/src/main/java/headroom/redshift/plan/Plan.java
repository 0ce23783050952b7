package headroom.redshift.plan;

import headroom.redshift.Outcome;
import headroom.redshift.cluster.ResizeMethod;
import headroom.redshift.replication.PausedTask;
import headroom.report.Evidence;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is to be done. All but a resize, and a wait that is part of the run, say until when nobody
/// looks again unasked; and what they are about, in the same words each time, so that operators are
/// told of the same once a day.
public sealed interface Plan {
    /// For people.
    String sentence();

    Evidence evidence();

    /// What it is about, where it stands still until something changes.
    default Optional<String> topic() {
        return switch (this) {
            case NotNeeded it -> Optional.of(it.about);
            case Ask it -> Optional.of(it.about);
            case Deferred it -> Optional.of(it.about);
            case Refused it -> Optional.of(it.about);
            case Resize _, NotYet _ -> Optional.empty();
        };
    }

    /// How a run ends that goes no further. One that was to resize, or to look again, has failed
    /// then, unless the plan alone was asked for.
    default Outcome outcome(boolean dryRun) {
        return switch (this) {
            case Resize _, NotYet _ -> dryRun ? Outcome.PLANNED : Outcome.FAILED;
            case NotNeeded _ -> Outcome.UNNEEDED;
            case Ask _ -> Outcome.ASKED;
            case Deferred _ -> Outcome.DEFERRED;
            case Refused _ -> Outcome.REFUSED;
        };
    }

    /// Until when nobody looks again unasked, where it stands still.
    default Optional<Instant> quietUntil() {
        return switch (this) {
            case NotNeeded it -> Optional.of(it.until);
            case Ask it -> Optional.of(it.until);
            case Deferred it -> Optional.of(it.until);
            case Refused it -> Optional.of(it.until);
            case Resize _, NotYet _ -> Optional.empty();
        };
    }

    /// @param from the present number of nodes
    /// @param to the wished number of nodes
    /// @param diskPercent the recent maximum of disk use, in percent, if it is known
    /// @param expectedDiskPercent disk use afterwards, by Redshift's estimate or else by proportion
    /// @param expectedPauseMinutes for how long replication is expected to stand still
    /// @param budgetSeconds for how long it may stand still before the resize begins
    /// @param logSeconds for how long it may stand still before a task finds its source's log gone
    /// @param critical whether the disk is at its critical level
    /// @param precopy whether a snapshot is to be taken before the pause, and then planned anew
    /// @param pause the tasks to stop and to start again
    /// @param leaveAlone the tasks that do not run and stay as they are, each with its status
    /// @param remarks what a person should know about this plan
    /// @param address the cluster's own
    /// @param stack the CloudFormation stack that holds the present number of nodes, if one does
    record Resize(
            int from,
            int to,
            String nodeType,
            ResizeMethod method,
            @Nullable Double diskPercent,
            @Nullable Double expectedDiskPercent,
            int expectedPauseMinutes,
            int budgetSeconds,
            int logSeconds,
            boolean critical,
            boolean precopy,
            List<PausedTask> pause,
            List<String> leaveAlone,
            List<String> remarks,
            String address,
            @Nullable String stack,
            String sentence,
            Evidence evidence)
            implements Plan {

        /// Whether Redshift lets go of it once it is at work, but for its end. Of a classic one to
        /// ra3 or rg it does not.
        public boolean canBeCancelled() {
            return !ClassicKind.isManaged(nodeType);
        }
    }

    record NotNeeded(String about, Instant until, String sentence, Evidence evidence)
            implements Plan {}

    /// A person is asked to carry the proposal out. It is planned again then, since facts change.
    record Ask(Resize proposal, String about, Instant until, String sentence) implements Plan {
        @Override
        public Evidence evidence() {
            return proposal.evidence();
        }
    }

    /// @param proposal what would be done now
    /// @param opens when the window opens
    record Deferred(Resize proposal, Instant opens, String about, Instant until, String sentence)
            implements Plan {
        @Override
        public Evidence evidence() {
            return proposal.evidence();
        }
    }

    /// Something is in the way that passes by itself. The run looks again.
    record NotYet(int waitSeconds, String sentence, Evidence evidence) implements Plan {}

    /// @param wayOut what a person can do about it
    record Refused(String about, Instant until, String sentence, String wayOut, Evidence evidence)
            implements Plan {}
}
