package headroom.warehouse;

import headroom.Settings;
import headroom.priming.Aws;
import headroom.priming.Priming;
import headroom.step.PhaseTimedOut;
import headroom.step.Progress;
import headroom.step.Step;

import software.amazon.awssdk.services.redshift.RedshiftClient;
import software.amazon.awssdk.services.redshift.model.ClusterSnapshotNotFoundException;
import software.amazon.awssdk.services.redshift.model.Snapshot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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

    private final RedshiftClient redshift;
    private final Settings settings;
    private final Clock clock;

    /// @param run the execution's name
    /// @param since when the snapshot was asked for
    public record Input(String run, RunSnapshot which, Instant since) {}

    public ConfirmSnapshot() {
        this(new Aws.Connected());
        Priming.run(ConfirmSnapshot::new);
    }

    private ConfirmSnapshot(Aws aws) {
        this(aws.client(RedshiftClient.builder()), Settings.fromEnvironment(), Clock.systemUTC());
    }

    public ConfirmSnapshot(RedshiftClient redshift, Settings settings, Clock clock) {
        super(Input.class);
        this.redshift = redshift;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Progress run(Input input) {
        String name = input.which().name(settings.cluster(), input.run());
        Duration elapsed = Duration.between(input.since(), clock.instant());
        Optional<Snapshot> found = find(name);
        String status = found.map(Snapshot::status).orElse("not listed");
        String sentence = "Snapshot " + name + " is " + status + ".";
        found.ifPresent(snapshot -> refuseForeign(snapshot, name));
        boolean listed = found.isPresent();
        if (status.equals("available")) {
            return new Progress.Done(sentence);
        }
        if (ENDED.contains(status) || (!listed && elapsed.compareTo(MAY_NOT_SHOW_YET) > 0)) {
            throw new SnapshotFailed(sentence + " It was asked for at " + input.since() + ".");
        }
        if (elapsed.compareTo(LIMIT) > 0) {
            throw new PhaseTimedOut("The snapshot", LIMIT, sentence);
        }
        return new Progress.Working(
                input.which()
                        .pace()
                        .waitSeconds(
                                elapsed,
                                found.map(Snapshot::estimatedSecondsToCompletion).orElse(null)),
                found.map(ConfirmSnapshot::percent).orElse(0),
                sentence);
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

    private void refuseForeign(Snapshot snapshot, String name) {
        if (!settings.cluster().equals(snapshot.clusterIdentifier())) {
            throw new SnapshotFailed(
                    "Snapshot %s belongs to cluster %s, not to %s. Delete or rename it."
                            .formatted(name, snapshot.clusterIdentifier(), settings.cluster()));
        }
    }

    private static int percent(Snapshot snapshot) {
        Double done = snapshot.backupProgressInMegaBytes();
        Double all = snapshot.actualIncrementalBackupSizeInMegaBytes();
        return done == null || all == null || all <= 0
                ? 0
                : Math.clamp(Math.round(100 * done / all), 0, 100);
    }
}
