package headroom.elasticache.group;

import headroom.text.Listing;

import software.amazon.awssdk.services.elasticache.ElastiCacheClient;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A replication group with all its members, as ElastiCache showed them a moment ago.
///
/// @param id in lower case, as ElastiCache stores it
/// @param status a plain string of ElastiCache's; where it is "available" and nodes of the group
///   stand in no shard, coming or going, they follow it, since nothing can be changed meanwhile
/// @param nodeType the group's; right after an accepted change it is the new one already, and
///   proves nothing
/// @param failsOver whether a replica takes over by itself
/// @param isTiered whether part of the data is on SSD
/// @param globalDatastore the global datastore that it belongs to
/// @param movedPercent how much of a resharding is done, where ElastiCache says so
/// @param backups the daily window in which ElastiCache takes backups, in UTC: `05:00-06:00`
/// @param maintenance the weekly window of its members, in UTC: `sun:23:00-mon:01:30`
/// @param subnetGroup of its members
/// @param parameterGroup of its members
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
        Optional<String> parameterGroup,
        Optional<String> stack) {
    private static final double ALL = 100;

    private static final List<String> AT_WORK =
            List.of("creating", "modifying", "deleting", "snapshotting", "rebooting");

    public Group {
        shards = List.copyOf(shards);
    }

    /// Looks at the group now, but for its tags.
    ///
    /// @throws GroupGone if there is no such group, or not for long
    public static Group describe(ElastiCacheClient elastiCache, String id) {
        return new GroupLook(elastiCache, id).group();
    }

    /// Looks at the group now, and at its tags if it is settled.
    ///
    /// @throws GroupGone if there is no such group, or not for long
    public static Group describeWithTags(ElastiCacheClient elastiCache, String id) {
        return new GroupLook(elastiCache, id).groupWithTags();
    }

    /// Whether nothing is under way, as far as can be seen: "available" of the group alone may be
    /// true while a member is still being made.
    public boolean isSettled() {
        return status.equals("available")
                && shards.stream().allMatch(Shard::isAvailable)
                && !isResharding();
    }

    /// Whether ElastiCache says that slots are moving.
    public boolean isResharding() {
        return movedPercent.filter(each -> each < ALL).isPresent();
    }

    /// Whether ElastiCache is doing something to it that ends by itself. Statuses that are listed
    /// nowhere, and those that wait for a person, are none of that.
    public boolean isAtWork() {
        return isResharding()
                || Stream.of(
                                Stream.of(status),
                                shards.stream().map(Shard::status),
                                members().stream().map(Member::status))
                        .flatMap(each -> each)
                        .anyMatch(each -> AT_WORK.stream().anyMatch(each::contains));
    }

    public int nodes() {
        return shards.stream().mapToInt(each -> each.members().size()).sum();
    }

    public Optional<Shard> shard(String id) {
        return shards.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    public List<Member> members() {
        return shards.stream().flatMap(each -> each.members().stream()).toList();
    }

    /// The slots of all shards; empty if ElastiCache does not name those of each, or names some in
    /// a form that nobody knows.
    public Optional<List<Slots>> slots() {
        List<Slots> known = shards.stream().flatMap(each -> each.slots().stream()).toList();
        return known.size() == shards.size() ? Optional.of(known) : Optional.empty();
    }

    /// What it is now, and what of it is not available, for people.
    public String inWords() {
        List<String> moving =
                Stream.concat(
                                shards.stream()
                                        .filter(each -> !each.status().equals("available"))
                                        .map(each -> "shard " + each.id() + " is " + each.status()),
                                members().stream()
                                        .filter(each -> !each.isAvailable())
                                        .map(each -> each.id() + " is " + each.status()))
                        .toList();
        return "%s is %s with %d shards and %d nodes of %s%s%s"
                .formatted(
                        id,
                        status,
                        shards.size(),
                        nodes(),
                        nodeType,
                        moving.isEmpty() ? "" : "; " + Listing.of(moving),
                        movedPercent
                                .map(each -> "; %.0f %% of the slots have moved".formatted(each))
                                .orElse(""));
    }
}
