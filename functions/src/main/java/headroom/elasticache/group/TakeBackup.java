package headroom.elasticache.group;

import headroom.elasticache.Clients;
import headroom.elasticache.Settings;
import headroom.step.AwsSays;
import headroom.step.AwsUnavailable;
import headroom.step.Started;
import headroom.step.Step;

import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheClusterNotFoundException;
import software.amazon.awssdk.services.elasticache.model.CreateSnapshotRequest;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheException;
import software.amazon.awssdk.services.elasticache.model.InvalidCacheClusterStateException;
import software.amazon.awssdk.services.elasticache.model.InvalidReplicationGroupStateException;
import software.amazon.awssdk.services.elasticache.model.ReplicationGroupNotFoundException;
import software.amazon.awssdk.services.elasticache.model.SnapshotAlreadyExistsException;
import software.amazon.awssdk.services.elasticache.model.SnapshotFeatureNotSupportedException;
import software.amazon.awssdk.services.elasticache.model.SnapshotQuotaExceededException;

import java.time.Clock;
import java.util.Comparator;

/// Asks ElastiCache for the run's backup. Asked for twice, it is the same one.
public final class TakeBackup extends Step<TakeBackup.Input> {
    private final ElastiCacheClient elastiCache;
    private final Settings settings;
    private final Clock clock;

    /// @param backup its name, the same at each repetition
    public record Input(String backup) {}

    public TakeBackup() {
        this(Clients.elastiCacheThatAsksOnce(), Settings.fromEnvironment(), Clock.systemUTC());
    }

    public TakeBackup(ElastiCacheClient elastiCache, Settings settings, Clock clock) {
        super(Input.class);
        this.elastiCache = elastiCache;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Started run(Input input) {
        Group group = Group.describe(elastiCache, settings.group());
        try {
            elastiCache.createSnapshot(request(input.backup(), group));
            return started(input, "is being taken.");
        } catch (SnapshotAlreadyExistsException earlier) {
            return started(input, "was already asked for.");
        } catch (ReplicationGroupNotFoundException | CacheClusterNotFoundException gone) {
            throw new GroupGone(settings.group());
        } catch (InvalidReplicationGroupStateException | InvalidCacheClusterStateException busy) {
            return unlessThere(input, busy);
        } catch (ElastiCacheException refusal) {
            if (AwsUnavailable.passes(refusal)) {
                throw refusal;
            }
            throw new BackupFailed(
                    "ElastiCache refuses backup %s: %s %s"
                            .formatted(input.backup(), AwsSays.of(refusal), wayOut(refusal)));
        }
    }

    /// Perhaps the group is busy with the backup that an earlier call, whose answer was lost, has
    /// begun.
    private Started unlessThere(Input input, ElastiCacheException busy) {
        if (Backups.find(elastiCache, input.backup()).isPresent()) {
            return started(input, "was already asked for.");
        }
        throw new GroupBusy(
                "ElastiCache does not take backup %s now: %s"
                        .formatted(input.backup(), AwsSays.of(busy)));
    }

    /// With cluster mode enabled the backup is of the group, and ElastiCache picks the nodes.
    /// Otherwise it is of one node, and a replica's costs the primary nothing.
    private static CreateSnapshotRequest request(String backup, Group group) {
        var request = CreateSnapshotRequest.builder().snapshotName(backup);
        return switch (group.mode()) {
            case ENABLED, COMPATIBLE, UNKNOWN -> request.replicationGroupId(group.id()).build();
            case DISABLED ->
                    group.members().stream()
                            .max(Comparator.comparing(TakeBackup::isReplica))
                            .map(each -> request.cacheClusterId(each.id()).build())
                            .orElseGet(() -> request.replicationGroupId(group.id()).build());
        };
    }

    private static boolean isReplica(Member member) {
        return member.role().filter(each -> each == Role.REPLICA).isPresent();
    }

    private static String wayOut(ElastiCacheException refusal) {
        return switch (refusal) {
            case SnapshotQuotaExceededException _ ->
                    "It takes no more than twenty of a node within 24 hours. Wait, or set backup to"
                            + " off if the step cannot wait.";
            case SnapshotFeatureNotSupportedException _ ->
                    "There are no backups of this node type: set backup to off if the data can be"
                            + " had again from elsewhere.";
            default -> "Try it in the ElastiCache console.";
        };
    }

    private Started started(Input input, String how) {
        return new Started(clock.instant(), "Backup " + input.backup() + " " + how);
    }
}
