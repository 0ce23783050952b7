package headroom.elasticache.group;

import headroom.elasticache.Clients;
import headroom.elasticache.Settings;
import headroom.step.Pace;
import headroom.step.PhaseTimedOut;
import headroom.step.Progress;
import headroom.step.Step;

import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.Snapshot;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Tells whether the run's backup is available, and the group with it: as long as it is not,
/// nothing can be changed.
public final class ConfirmBackup extends Step<ConfirmBackup.Input> {
    /// The load that asked for the step goes on meanwhile, and the largest node writes its memory
    /// out within the hour. What takes longer is a sign of trouble that a person should look at.
    static final Duration LIMIT = Duration.ofHours(2);

    /// For how long after the request a backup may not be listed yet.
    static final Duration MAY_NOT_SHOW_YET = Duration.ofMinutes(5);

    /// Clients wait for the step that comes after it, but not for the backup itself.
    private static final Pace PACE = Pace.of(2, Duration.ofMinutes(2), Pace.QUARTER_OF_AN_HOUR);

    /// ElastiCache's events name "failed", which its interface does not list.
    private static final Set<String> ENDED = Set.of("failed", "deleting", "deleted");

    private final ElastiCacheClient elastiCache;
    private final Settings settings;
    private final Clock clock;

    /// @param since when the backup was asked for
    public record Input(String backup, Instant since) {}

    public ConfirmBackup() {
        this(Clients.elastiCache(), Settings.fromEnvironment(), Clock.systemUTC());
    }

    public ConfirmBackup(ElastiCacheClient elastiCache, Settings settings, Clock clock) {
        super(Input.class);
        this.elastiCache = elastiCache;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Progress run(Input input) {
        Group group = Group.describe(elastiCache, settings.group());
        Optional<Snapshot> found = Backups.find(elastiCache, input.backup());
        found.ifPresent(this::refuseForeign);
        String status = found.map(Snapshot::snapshotStatus).orElse("not listed");
        String sentence = "Backup %s is %s; %s.".formatted(input.backup(), status, group.inWords());
        Duration elapsed = Duration.between(input.since(), clock.instant());
        boolean lost = found.isEmpty() && elapsed.compareTo(MAY_NOT_SHOW_YET) > 0;
        if (lost || ENDED.contains(status)) {
            throw new BackupFailed(sentence + " It was asked for at " + input.since() + ".");
        }
        if (status.equals("available") && group.isSettled()) {
            return new Progress.Done(sentence);
        }
        if (elapsed.compareTo(LIMIT) > 0) {
            throw new PhaseTimedOut("The backup", LIMIT, sentence);
        }
        return new Progress.Working(PACE.waitSeconds(elapsed), null, sentence);
    }

    private void refuseForeign(Snapshot backup) {
        if (!Backups.isOf(backup, settings.group())) {
            throw new BackupFailed(
                    "Backup %s is of group %s, not of %s. Delete it, or copy it to another name."
                            .formatted(
                                    backup.snapshotName(),
                                    backup.replicationGroupId(),
                                    settings.group()));
        }
    }
}
