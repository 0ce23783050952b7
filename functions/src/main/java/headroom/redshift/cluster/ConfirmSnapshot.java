package headroom.redshift.cluster;

import headroom.redshift.Clients;
import headroom.redshift.Settings;
import headroom.redshift.replication.PauseBudget;
import headroom.step.PhaseTimedOut;
import headroom.step.Step;

import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.ClusterSnapshotNotFoundException;
import software.amazon.awssdk.services.redshift.model.Snapshot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tells whether one of the run's snapshots is available.
public final class ConfirmSnapshot extends Step<ConfirmSnapshot.Input> {
    /// Snapshots are incremental, so one that takes longer than this is a sign of trouble that a
    /// person should look at. Replication stands still meanwhile, or else the disk goes on filling.
    static final Duration LIMIT = Duration.ofHours(6);

    /// For how long after the request a snapshot may not show up in Redshift's list yet.
    static final Duration MAY_NOT_SHOW_YET = Duration.ofMinutes(5);

    private static final Set<String> ENDED = Set.of("failed", "deleted", "cancelled");

    /// Clocks differ.
    private static final Duration SKEW = Duration.ofMinutes(5);

    private final RedshiftClient redshift;
    private final Settings settings;
    private final Clock clock;

    /// @param run the execution's name
    /// @param since when the snapshot was asked for
    /// @param budget until when the resize may begin; empty for a pre-copy, which nobody waits for
    /// @param advance what the look before this one has seen of it
    public record Input(
            String run,
            RunSnapshot which,
            Instant since,
            Optional<PauseBudget> budget,
            Optional<SnapshotAdvance> advance) {}

    /// @param taken whether it is available
    /// @param waitSeconds how long to wait before the next look
    /// @param advance to be handed to the next look
    public record Answer(
            boolean taken, int waitSeconds, Optional<SnapshotAdvance> advance, String sentence) {}

    public ConfirmSnapshot() {
        this(Clients.redshift(), Settings.fromEnvironment(), Clock.systemUTC());
    }

    public ConfirmSnapshot(RedshiftClient redshift, Settings settings, Clock clock) {
        super(Input.class);
        this.redshift = redshift;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Answer run(Input input) {
        String name = input.which().name(settings.cluster(), input.run());
        Duration elapsed = Duration.between(input.since(), clock.instant());
        Optional<Snapshot> found = find(name);
        String status = found.map(Snapshot::status).orElse("not listed");
        String sentence = sentence(name, status, found);
        found.ifPresent(snapshot -> refuseForeign(snapshot, name));
        boolean listed = found.isPresent();
        found.ifPresent(snapshot -> refuseOld(snapshot, name, input));
        if (status.equals("available")) {
            return new Answer(true, 0, Optional.empty(), sentence);
        }
        if (ENDED.contains(status) || (!listed && elapsed.compareTo(MAY_NOT_SHOW_YET) > 0)) {
            throw new SnapshotFailed(sentence + " It was asked for at " + input.since() + ".");
        }
        if (elapsed.compareTo(LIMIT) > 0) {
            throw new PhaseTimedOut("The snapshot", LIMIT, sentence);
        }
        int wait =
                input.which()
                        .pace()
                        .waitSeconds(
                                elapsed,
                                found.map(Snapshot::estimatedSecondsToCompletion).orElse(null));
        return input.budget()
                .map(each -> inThePause(each, input, found, wait, sentence))
                .orElseGet(() -> new Answer(false, wait, Optional.empty(), sentence));
    }

    /// Replication stands still meanwhile, so it is given up as soon as nothing can come of it.
    private Answer inThePause(
            PauseBudget budget, Input input, Optional<Snapshot> found, int wait, String sentence) {
        Instant now = clock.instant();
        budget.refuseSpent(now, () -> sentence);
        Optional<SnapshotAdvance> advance =
                found.map(each -> SnapshotAdvance.of(List.of(each), input.advance(), now));
        int unlessHung = advance.map(each -> each.within(wait, now)).orElse(wait);
        return new Answer(false, budget.within(unlessHung, now), advance, sentence);
    }

    private static String sentence(String name, String status, Optional<Snapshot> found) {
        return "Snapshot %s is %s%s."
                .formatted(
                        name,
                        status,
                        found.filter(each -> status.equals("creating"))
                                .flatMap(ConfirmSnapshot::percent)
                                .map(" (%d %%)"::formatted)
                                .orElse(""));
    }

    private Optional<Snapshot> find(String name) {
        try {
            return redshift
                    .describeClusterSnapshots(request -> request.snapshotIdentifier(name))
                    .snapshots()
                    .stream()
                    .findFirst();
        } catch (ClusterSnapshotNotFoundException notYet) {
            return Optional.empty();
        }
    }

    /// A run that somebody starts under a name of long ago finds that run's snapshot.
    private static void refuseOld(Snapshot snapshot, String name, Input input) {
        Instant created = snapshot.snapshotCreateTime();
        input.budget()
                .filter(_ -> created != null)
                .filter(each -> each.pausedAt().minus(SKEW).isAfter(created))
                .ifPresent(
                        each -> {
                            throw new SnapshotFailed(
                                    "Snapshot %s was taken at %s, before this run's pause at %s, and is no way back from it. Start the run again under another name."
                                            .formatted(name, created, each.pausedAt()));
                        });
    }

    private void refuseForeign(Snapshot snapshot, String name) {
        if (!settings.cluster().equals(snapshot.clusterIdentifier())) {
            throw new SnapshotFailed(
                    "Snapshot %s belongs to cluster %s, not to %s. Delete or rename it."
                            .formatted(name, snapshot.clusterIdentifier(), settings.cluster()));
        }
    }

    /// Empty where Redshift does not say.
    private static Optional<Integer> percent(Snapshot snapshot) {
        Double done = snapshot.backupProgressInMegaBytes();
        Double all = snapshot.actualIncrementalBackupSizeInMegaBytes();
        return done == null || all == null || all <= 0
                ? Optional.empty()
                : Optional.of(Math.clamp(Math.round(100 * done / all), 0, 100));
    }
}
