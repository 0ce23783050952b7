package headroom.elasticache.plan;

import headroom.elasticache.Outcome;
import headroom.elasticache.diagnosis.Finding;
import headroom.elasticache.effect.Reading;
import headroom.elasticache.group.Change;
import headroom.report.Evidence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What is to be done. All but a step, and a wait that is part of the run, say until when nobody
/// looks again unasked; and what they are about, in the same words each time, so that operators are
/// told of the same once a day.
public sealed interface Plan {
    /// How the topic of a plan ends that was made at a critical level.
    String CRITICALLY = ", at a critical level";

    /// For people.
    String sentence();

    /// Empty while the run still looks.
    Optional<Basis> basis();

    /// What a plan rests on.
    ///
    /// @param findings all that hold; the first decides
    /// @param options each with what it would bring
    /// @param readings per shard and role
    record Basis(
            List<Finding> findings,
            List<Option> options,
            List<Reading> readings,
            Evidence evidence) {
        public Basis {
            findings = List.copyOf(findings);
            options = List.copyOf(options);
            readings = List.copyOf(readings);
        }

        /// The same, with this finding for the one of its kind.
        Basis with(Finding finding) {
            return new Basis(
                    findings.stream()
                            .map(each -> each.kind() == finding.kind() ? finding : each)
                            .toList(),
                    options,
                    readings,
                    evidence);
        }
    }

    /// Whether it was made at a critical level, and stands still.
    default boolean isCritical() {
        return topic().filter(each -> each.endsWith(CRITICALLY)).isPresent();
    }

    /// What it is about, where it stands still until something changes.
    default Optional<String> topic() {
        return switch (this) {
            case Tell it -> Optional.of(it.about);
            case NotNeeded it -> Optional.of(it.about);
            case Migrating it -> Optional.of(it.about);
            case Ask it -> Optional.of(it.about);
            case Deferred it -> Optional.of(it.about);
            case Refused it -> Optional.of(it.about);
            case Scale _, NotYet _, CountAddresses _ -> Optional.empty();
        };
    }

    /// How a run ends that goes no further. One that was to take a step, or to look again, has
    /// failed then, unless the plan alone was asked for.
    default Outcome outcome(boolean dryRun) {
        return switch (this) {
            case Scale _, NotYet _, CountAddresses _ -> dryRun ? Outcome.PLANNED : Outcome.FAILED;
            case Tell _ -> Outcome.TOLD;
            case Migrating _ -> Outcome.MIGRATING;
            case NotNeeded _ -> Outcome.UNNEEDED;
            case Ask _ -> Outcome.ASKED;
            case Deferred _ -> Outcome.DEFERRED;
            case Refused _ -> Outcome.REFUSED;
        };
    }

    /// Until when nobody looks again unasked, where it stands still.
    default Optional<Instant> quietUntil() {
        return switch (this) {
            case Tell it -> Optional.of(it.until);
            case NotNeeded it -> Optional.of(it.until);
            case Migrating it -> Optional.of(it.until);
            case Ask it -> Optional.of(it.until);
            case Deferred it -> Optional.of(it.until);
            case Refused it -> Optional.of(it.until);
            case Scale _, NotYet _, CountAddresses _ -> Optional.empty();
        };
    }

    /// @param newNodes how many nodes the step makes, those that replace others among them
    /// @param critical whether the group is at a level at which nothing may wait
    /// @param backup whether a backup is taken first
    /// @param remarks what a person should know about this plan
    /// @param stack the CloudFormation stack that manages the group, if one does
    record Scale(
            Change change,
            int newNodes,
            boolean critical,
            boolean backup,
            List<String> remarks,
            Optional<String> stack,
            String sentence,
            Optional<Basis> basis)
            implements Plan {
        public Scale {
            remarks = List.copyOf(remarks);
        }
    }

    /// What is wrong is not cured by scaling, or cannot be told from the figures.
    ///
    /// @param held the step that gives a critical group time while its clients are mended, for a
    ///   person to ask for
    record Tell(
            String about,
            Instant until,
            String sentence,
            Optional<Wish> held,
            Optional<Basis> basis)
            implements Plan {
        public Tell(String about, Instant until, String sentence, Optional<Basis> basis) {
            this(about, until, sentence, Optional.empty(), basis);
        }
    }

    /// The group is between two cluster modes, and nothing is scaled.
    record Migrating(String about, Instant until, String sentence, Optional<Basis> basis)
            implements Plan {}

    record NotNeeded(String about, Instant until, String sentence, Optional<Basis> basis)
            implements Plan {}

    /// A person is asked to carry the proposal out. It is planned again then, since facts change.
    record Ask(Scale proposal, String about, Instant until, String sentence) implements Plan {
        @Override
        public Optional<Basis> basis() {
            return proposal.basis();
        }
    }

    /// @param proposal what would be done now
    /// @param opens when the window opens
    record Deferred(Scale proposal, Instant opens, String about, Instant until, String sentence)
            implements Plan {
        @Override
        public Optional<Basis> basis() {
            return proposal.basis();
        }
    }

    /// @param wayOut what a person can do about it
    record Refused(
            String about, Instant until, String sentence, String wayOut, Optional<Basis> basis)
            implements Plan {}

    /// Something is in the way that passes by itself. The run looks again.
    record NotYet(int waitSeconds, String sentence, Optional<Basis> basis) implements Plan {}

    /// How many addresses are free in the group's subnets has to be known first. The state machine
    /// looks itself: the client for that is larger than all of Headroom.
    record CountAddresses(List<String> subnets, String sentence) implements Plan {
        public CountAddresses {
            subnets = List.copyOf(subnets);
        }

        @Override
        public Optional<Basis> basis() {
            return Optional.empty();
        }
    }
}
