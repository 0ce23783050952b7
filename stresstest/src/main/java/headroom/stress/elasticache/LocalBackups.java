package headroom.stress.elasticache;

import headroom.simulated.elasticache.Refused;
import headroom.stress.servers.Info;
import headroom.stress.servers.Patience;
import headroom.stress.servers.Server;

import software.amazon.awssdk.services.elasticache.model.DescribeSnapshotsRequest;
import software.amazon.awssdk.services.elasticache.model.Snapshot;
import software.amazon.awssdk.services.elasticache.model.SnapshotAlreadyExistsException;
import software.amazon.awssdk.services.elasticache.model.SnapshotNotFoundException;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/// The group's snapshots: of one node of each shard, by the engine's own.
final class LocalBackups {
    static final String CREATING = "creating";
    static final String AVAILABLE = "available";
    static final String FAILED = "failed";

    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(30));

    private final LocalGroup group;
    private final Map<String, String> statuses = new ConcurrentSkipListMap<>();

    LocalBackups(LocalGroup group) {
        this.group = group;
    }

    boolean isKnown(String name) {
        return statuses.containsKey(name);
    }

    /// @throws RuntimeException ElastiCache's, if there is one of this name
    void begin(String name) {
        if (statuses.putIfAbsent(name, CREATING) != null) {
            throw Refused.as(
                    SnapshotAlreadyExistsException.builder(),
                    "SnapshotAlreadyExistsFault",
                    "Snapshot with specified name already exists: " + name);
        }
    }

    void take(String name) {
        List<Server> savers =
                group.shards().stream().map(each -> each.nodes().getLast().server()).toList();
        savers.forEach(each -> each.text("BGSAVE"));
        PATIENCE.require(
                "that all nodes have saved",
                () ->
                        savers.stream()
                                .allMatch(
                                        each -> each.info().number("rdb_bgsave_in_progress") == 0));
        boolean saved = savers.stream().map(Server::info).allMatch(LocalBackups::isSaved);
        statuses.put(name, saved ? AVAILABLE : FAILED);
    }

    private static boolean isSaved(Info info) {
        return info.text("rdb_last_bgsave_status").filter("ok"::equals).isPresent()
                && info.number("rdb_saves") > 0;
    }

    List<Snapshot> describe(DescribeSnapshotsRequest request) {
        if (request.snapshotName() != null && !statuses.containsKey(request.snapshotName())) {
            throw notFound(request.snapshotName());
        }
        return statuses.entrySet().stream()
                .filter(
                        each ->
                                request.snapshotName() == null
                                        || each.getKey().equals(request.snapshotName()))
                .map(each -> describe(each.getKey(), each.getValue()))
                .toList();
    }

    Snapshot describe(String name) {
        return describe(name, statuses.getOrDefault(name, CREATING));
    }

    private Snapshot describe(String name, String status) {
        return Snapshot.builder()
                .snapshotName(name)
                .replicationGroupId(group.id())
                .snapshotSource("manual")
                .snapshotStatus(status)
                .build();
    }

    void delete(String name) {
        if (statuses.remove(name) == null) {
            throw notFound(name);
        }
    }

    private static RuntimeException notFound(String name) {
        return Refused.as(
                SnapshotNotFoundException.builder(),
                "SnapshotNotFoundFault",
                "Snapshot not found: " + name);
    }
}
