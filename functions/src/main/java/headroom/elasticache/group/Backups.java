package headroom.elasticache.group;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.CacheClusterNotFoundException;
import software.amazon.awssdk.services.elasticache.model.DescribeSnapshotsRequest;
import software.amazon.awssdk.services.elasticache.model.Snapshot;
import software.amazon.awssdk.services.elasticache.model.SnapshotNotFoundException;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The backups that there are. ElastiCache calls them snapshots.
public final class Backups {
    private static final String CREATING = "creating";

    private Backups() {}

    /// The names of those of the group that are being taken, by whomever: ElastiCache takes some by
    /// itself. With cluster mode disabled a backup is of one node, and may not name the group.
    public static List<String> underWay(ElastiCacheClient elastiCache, Group group) {
        Stream<Snapshot> ofGroup =
                listed(elastiCache, request -> request.replicationGroupId(group.id())).stream();
        Stream<Snapshot> ofNodes =
                group.mode() == ClusterMode.ENABLED
                        ? Stream.empty()
                        : group.members().stream()
                                .flatMap(each -> ofNode(elastiCache, each.id()).stream());
        return Stream.concat(ofGroup, ofNodes)
                .filter(each -> CREATING.equals(each.snapshotStatus()))
                .map(Snapshot::snapshotName)
                .distinct()
                .toList();
    }

    private static List<Snapshot> ofNode(ElastiCacheClient elastiCache, String node) {
        return listed(elastiCache, request -> request.cacheClusterId(node));
    }

    /// Those that Headroom has taken of this group, the oldest first. With cluster mode disabled
    /// the node that one was taken of may be gone, so all manual ones of the account are listed.
    static List<Snapshot> own(ElastiCacheClient elastiCache, String group) {
        return listed(elastiCache, request -> request.snapshotSource("user")).stream()
                .filter(each -> BackupNames.isOwn(String.valueOf(each.snapshotName()), group))
                .filter(each -> isOf(each, group))
                .sorted(Comparator.comparing(Snapshot::snapshotName))
                .toList();
    }

    static Optional<Snapshot> find(ElastiCacheClient elastiCache, String name) {
        return listed(elastiCache, request -> request.snapshotName(name)).stream().findFirst();
    }

    /// As far as it says: of a single node's, the group may be missing.
    static boolean isOf(Snapshot backup, String group) {
        @Nullable String of = backup.replicationGroupId();
        return of == null || of.equalsIgnoreCase(group);
    }

    private static List<Snapshot> listed(
            ElastiCacheClient elastiCache, Consumer<DescribeSnapshotsRequest.Builder> which) {
        try {
            return elastiCache.describeSnapshotsPaginator(which).snapshots().stream().toList();
        } catch (SnapshotNotFoundException | CacheClusterNotFoundException none) {
            return List.of();
        }
    }
}
