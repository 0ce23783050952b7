package headroom.redshift.watch;

import headroom.lease.Notes;
import headroom.redshift.cluster.Cluster;

import java.time.Duration;
import java.time.Instant;

/// Whether the watch sees how full the disk is. The alarms cannot say so: for them, missing data
/// leaves everything as it was.
sealed interface Sight {

    /// For the log; empty where there is nothing to say.
    default String sentence() {
        return "";
    }

    /// The metric was reported lately.
    record Clear() implements Sight {}

    /// Nobody looked, because a run is at work. It may be what keeps the metric silent, and it
    /// reports.
    record Untried() implements Sight {}

    /// The metric is silent, as it should be.
    record Excused(Cluster cluster) implements Sight {
        @Override
        public String sentence() {
            return " The disk metric is missing, as it should be: " + cluster.sentence() + ".";
        }
    }

    /// The metric is silent, and nothing that is known explains it.
    record Blind(Cluster cluster) implements Sight {
        /// Four rounds of the watch. CloudWatch is some minutes late now and then, a restart or a
        /// maintenance keeps the metric silent for up to half an hour, and after a resize it takes
        /// minutes to come back. A disk that could wait for its alarm lasts for an hour more.
        private static final Duration TOO_LONG = Duration.ofHours(1);

        private Consequence lasts(Notes notes, Instant now) {
            Instant since = notes.blindSince();
            if (since == null) {
                return new Consequence.Note();
            }
            boolean tooLong = Duration.between(since, now).compareTo(TOO_LONG) >= 0;
            return tooLong && notes.blindnessIsDue(now)
                    ? new Consequence.TellOfBlindness(cluster)
                    : new Consequence.Nothing();
        }

        @Override
        public String sentence() {
            return " The disk metric is missing: " + cluster.sentence() + ".";
        }
    }

    /// There is no such cluster.
    record Gone(String sentence) implements Sight {}

    /// What a silent metric means, by the cluster that it is of. A paused cluster has no disk in
    /// use, and nothing can fill it; one that is resized reports again by itself.
    static Sight ofSilence(Cluster cluster) {
        return cluster.isPaused() || cluster.resizes() ? new Excused(cluster) : new Blind(cluster);
    }

    /// What follows from it.
    sealed interface Consequence {
        record Nothing() implements Consequence {}

        /// It begins: noted, and told only if it lasts.
        record Note() implements Consequence {}

        /// It is over, or was none.
        record Forget(Instant since) implements Consequence {}

        /// It has lasted too long.
        record TellOfBlindness(Cluster cluster) implements Consequence {}

        /// It will not pass.
        record TellOfNoCluster() implements Consequence {}
    }

    /// Decides what operators are told, and what is noted for later rounds.
    default Consequence consequence(Notes notes, Instant now) {
        return switch (this) {
            case Clear _, Untried _, Excused _ -> over(notes);
            case Gone _ ->
                    notes.blindnessIsDue(now)
                            ? new Consequence.TellOfNoCluster()
                            : new Consequence.Nothing();
            case Blind blind -> blind.lasts(notes, now);
        };
    }

    private static Consequence over(Notes notes) {
        Instant since = notes.blindSince();
        return since == null ? new Consequence.Nothing() : new Consequence.Forget(since);
    }
}
