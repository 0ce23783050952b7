package headroom.elasticache.group;

import java.util.List;
import java.util.Optional;

/// A replication group with all its members, as ElastiCache showed them a moment ago.
///
/// @param id in lower case, as ElastiCache stores it
/// @param status a plain string of ElastiCache's
/// @param nodeType the group's; right after an accepted change it is the new one already, and
///   proves nothing
/// @param failsOver whether a replica takes over by itself
/// @param isTiered whether part of the data is on SSD
/// @param globalDatastore the global datastore that it belongs to
/// @param movedPercent how much of a resharding is done, where ElastiCache says so
/// @param backups the daily window in which ElastiCache takes backups, in UTC: `05:00-06:00`
/// @param maintenance the weekly window of its members, in UTC: `sun:23:00-mon:01:30`
/// @param subnetGroup of its members
/// @param stack the CloudFormation stack that manages it, as far as its tags tell; they can be read
///   while it is settled alone
public record Group(
        String id,
        String status,
        ClusterMode mode,
        Engine engine,
        String nodeType,
        List<Shard> shards,
        boolean failsOver,
        boolean isMultiAz,
        boolean isTiered,
        Optional<String> globalDatastore,
        Optional<Double> movedPercent,
        Optional<String> backups,
        Optional<String> maintenance,
        Optional<String> subnetGroup,
        Optional<String> stack) {
    public Group {
        shards = List.copyOf(shards);
    }

    /// Whether nothing is under way, as far as can be seen: "available" of the group alone may be
    /// true while a member is still being made.
    public boolean isSettled() {
        return status.equals("available") && shards.stream().allMatch(Shard::isAvailable);
    }

    public int nodes() {
        return shards.stream().mapToInt(each -> each.members().size()).sum();
    }

    public Optional<Shard> shard(String id) {
        return shards.stream().filter(each -> each.id().equals(id)).findFirst();
    }
}
