package headroom.elasticache.group;

import headroom.elasticache.Clients;
import headroom.elasticache.Settings;
import headroom.step.AwsSays;
import headroom.step.Started;
import headroom.step.Step;
import headroom.text.Listing;

import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.InvalidSnapshotStateException;
import software.amazon.awssdk.services.elasticache.model.Snapshot;
import software.amazon.awssdk.services.elasticache.model.SnapshotNotFoundException;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Has ElastiCache delete those of Headroom's own backups of the group that are more than are kept,
/// the oldest first. ElastiCache keeps a manual backup for ever.
///
/// It may fail without harm: the next run removes what this one has left.
public final class RemoveBackups extends Step<RemoveBackups.Input> {
    private final ElastiCacheClient elastiCache;
    private final Settings settings;
    private final Clock clock;

    /// @param backup this run's, which is kept whatever its age
    public record Input(String backup) {}

    public RemoveBackups() {
        this(Clients.elastiCache(), Settings.fromEnvironment(), Clock.systemUTC());
    }

    public RemoveBackups(ElastiCacheClient elastiCache, Settings settings, Clock clock) {
        super(Input.class);
        this.elastiCache = elastiCache;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Started run(Input input) {
        List<String> removed = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (String each : surplus(Backups.own(elastiCache, settings.group()), input.backup())) {
            String name = each;
            try {
                elastiCache.deleteSnapshot(request -> request.snapshotName(name));
                removed.add(name);
            } catch (SnapshotNotFoundException gone) {
                removed.add(name);
            } catch (InvalidSnapshotStateException inUse) {
                left.add("%s: %s".formatted(name, AwsSays.of(inUse)));
            }
        }
        return new Started(
                clock.instant(),
                "Backups removed: %s.%s"
                        .formatted(
                                removed.isEmpty() ? "none" : Listing.of(removed),
                                left.isEmpty()
                                        ? ""
                                        : " Not now, but by the next run: "
                                                + Listing.of(left)
                                                + "."));
    }

    /// One that has failed is no backup: it is none of those that are kept.
    private List<String> surplus(List<Snapshot> oldestFirst, String own) {
        List<String> good = names(oldestFirst, own, false);
        int kept = Math.min(good.size(), settings.backupRetention() - 1);
        return Stream.concat(
                        names(oldestFirst, own, true).stream(),
                        good.subList(0, good.size() - kept).stream())
                .toList();
    }

    private static List<String> names(List<Snapshot> backups, String own, boolean failed) {
        return backups.stream()
                .filter(each -> "failed".equals(each.snapshotStatus()) == failed)
                .map(Snapshot::snapshotName)
                .filter(each -> !each.equals(own))
                .toList();
    }
}
