package headroom.elasticache.plan;

import headroom.elasticache.figures.GroupFigures;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Everything that the decision rests on, as it was seen at one moment.
///
/// @param seenAt that moment
/// @param figures the group, its shape and what its nodes measure
/// @param allowedTypes the node types that ElastiCache would let this group grow to
/// @param nodeQuota how many nodes a group may have in this account; empty if that could not be
///   seen
/// @param freeAddresses how many addresses are free in the group's subnets together; empty if they
///   have not been counted, see [Plan.CountAddresses]
/// @param addressesCounted whether somebody has tried to count them in this run
/// @param updates service updates that are being applied, or about to be, for people
/// @param backupsUnderWay the names of backups of the group that are being taken
/// @param otherScaling what else scales this group, such as Application Auto Scaling, for people;
///   empty if nothing does
record Facts(
        Instant seenAt,
        GroupFigures figures,
        List<String> allowedTypes,
        Optional<Integer> nodeQuota,
        Optional<Integer> freeAddresses,
        boolean addressesCounted,
        List<String> updates,
        List<String> backupsUnderWay,
        Optional<String> otherScaling) {
    Facts {
        allowedTypes = List.copyOf(allowedTypes);
        updates = List.copyOf(updates);
        backupsUnderWay = List.copyOf(backupsUnderWay);
    }
}
