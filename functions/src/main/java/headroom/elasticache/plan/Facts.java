package headroom.elasticache.plan;

import headroom.elasticache.Policy;
import headroom.elasticache.diagnosis.Traffic;
import headroom.elasticache.figures.GroupFigures;
import headroom.elasticache.group.Group;
import headroom.text.Moment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Everything that the decision rests on, as it was seen at one moment.
///
/// @param seenAt that moment
/// @param figures the group, its shape and what its nodes measure
/// @param allowedTypes the node types that ElastiCache would let this group grow to
/// @param nodeQuota how many nodes a group may have in this account; empty if that could not be
///   seen
/// @param subnets those of the group's subnet group
/// @param freeAddresses how many addresses are free in the group's subnets together; empty if they
///   have not been counted, see [Plan.CountAddresses]
/// @param addressesCounted whether somebody has tried to count them in this run
/// @param updates service updates that are being applied, or about to be, for people
/// @param backupsUnderWay the names of backups of the group that are being taken
/// @param otherScaling what else scales this group, such as Application Auto Scaling, for people;
///   empty if nothing does
/// @param unseen what could not be looked at and need not be, for people: what it would have told
///   is unknown
record Facts(
        Instant seenAt,
        GroupFigures figures,
        List<String> allowedTypes,
        Optional<Integer> nodeQuota,
        List<String> subnets,
        Optional<Integer> freeAddresses,
        boolean addressesCounted,
        List<String> updates,
        List<String> backupsUnderWay,
        Optional<String> otherScaling,
        List<String> unseen) {
    /// All was seen.
    Facts(
            Instant seenAt,
            GroupFigures figures,
            List<String> allowedTypes,
            Optional<Integer> nodeQuota,
            List<String> subnets,
            Optional<Integer> freeAddresses,
            boolean addressesCounted,
            List<String> updates,
            List<String> backupsUnderWay,
            Optional<String> otherScaling) {
        this(
                seenAt,
                figures,
                allowedTypes,
                nodeQuota,
                subnets,
                freeAddresses,
                addressesCounted,
                updates,
                backupsUnderWay,
                otherScaling,
                List.of());
    }

    Facts {
        allowedTypes = List.copyOf(allowedTypes);
        subnets = List.copyOf(subnets);
        updates = List.copyOf(updates);
        backupsUnderWay = List.copyOf(backupsUnderWay);
        unseen = List.copyOf(unseen);
    }

    /// Whether ElastiCache's backups or maintenance are about to begin, or going on, for people.
    Optional<String> quietHours() {
        Group group = figures.group();
        return DailyHours.parse(group.backups().orElse(""))
                .filter(each -> each.isNear(seenAt))
                .map(
                        _ ->
                                "ElastiCache takes its own backups daily from %s (UTC)."
                                        .formatted(group.backups().orElseThrow()))
                .or(
                        () ->
                                DailyHours.parse(group.maintenance().orElse(""))
                                        .filter(each -> each.isNear(seenAt))
                                        .map(
                                                _ ->
                                                        "ElastiCache's maintenance window is %s (UTC)."
                                                                .formatted(
                                                                        group.maintenance()
                                                                                .orElseThrow())));
    }

    /// For people, one fact a line.
    List<String> seen(Policy policy, List<Traffic> traffic) {
        Group group = figures.group();
        List<String> seen = new ArrayList<>();
        seen.add(
                "Group: %s is %s with %d shards and %d nodes of %s, %s %s, cluster mode %s."
                        .formatted(
                                group.id(),
                                group.status(),
                                group.shards().size(),
                                group.nodes(),
                                group.nodeType(),
                                group.engine().name(),
                                group.engine().version(),
                                group.mode().name().toLowerCase(Locale.ROOT)));
        seen.add(
                "Figures: each minute from %s to %s."
                        .formatted(Moment.of(figures.from()), Moment.of(figures.to())));
        seen.add(
                "Ceilings: shards %d, replicas of each %d, node type %s."
                        .formatted(
                                policy.maxShards(),
                                policy.maxReplicasPerShard(),
                                policy.largestNodeType()
                                        .map("up to %s"::formatted)
                                        .orElse("as it is")));
        if (!traffic.isEmpty()) {
            seen.add(
                    "Now: %s."
                            .formatted(
                                    Capacity.inWords(
                                            new Capacity(traffic).now(), policy.headroomFactor())));
        }
        unseen.forEach(each -> seen.add("Not seen: " + each));
        return seen;
    }
}
