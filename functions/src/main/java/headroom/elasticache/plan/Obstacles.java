package headroom.elasticache.plan;

import headroom.elasticache.group.Group;
import headroom.text.Listing;

import java.util.Optional;
import java.util.stream.Stream;

/// What is in the way of any step. Each question has an answer of its own; [Decision] asks them in
/// order, and [Preconditions] what one step needs.
record Obstacles(Facts facts) {
    /// The group is not Headroom's to scale.
    Optional<Obstacle> others() {
        if (facts.otherScaling().isPresent()) {
            return Optional.of(
                    Obstacle.lasting(
                            "another that scales",
                            "Something else scales this group: %s. Two that scale one group undo each other's work."
                                    .formatted(facts.otherScaling().get()),
                            "Let one of them do it: deregister the scalable target, or destroy"
                                    + " Headroom's stack for this group."));
        }
        if (group().isTiered()) {
            return Optional.of(
                    Obstacle.lasting(
                            "data tiering",
                            "The group keeps part of its data on SSD (data tiering): its memory is"
                                    + " full by design, and Headroom does not know how much more it"
                                    + " carries.",
                            "Scale it in the ElastiCache console, and destroy Headroom's stack for"
                                    + " this group."));
        }
        return group().globalDatastore()
                .map(
                        name ->
                                Obstacle.lasting(
                                        "a global datastore",
                                        "The group belongs to the global datastore %s, which is scaled as a whole."
                                                .formatted(name),
                                        "Scale the global datastore in the ElastiCache console."));
    }

    /// ElastiCache takes no step in this mode.
    Optional<Obstacle> mode() {
        return switch (group().mode()) {
            case ENABLED, DISABLED -> Optional.empty();
            case COMPATIBLE ->
                    Optional.of(
                            Obstacle.lasting(
                                    "cluster mode compatible",
                                    "The group is on its way to cluster mode (compatible), and"
                                            + " ElastiCache scales nothing meanwhile.",
                                    "Bring the migration to its end: move all clients to the"
                                            + " cluster's protocol, then finish with {\"migrate\":"
                                            + " \"finish\"}, or take it back with {\"migrate\":"
                                            + " \"back\"}."));
            case UNKNOWN ->
                    Optional.of(
                            Obstacle.lasting(
                                    "an unknown cluster mode",
                                    "ElastiCache names a cluster mode that Headroom does not know.",
                                    "Look at the group in the ElastiCache console."));
        };
    }

    /// The group can be changed by nobody just now.
    Optional<Obstacle> settling() {
        if (!group().isSettled()) {
            return Optional.of(
                    Obstacle.passing(
                            "a change under way",
                            "The group, or part of it, is being changed: its status is %s, and these are not available: %s."
                                    .formatted(group().status(), unsettled()),
                            "See in the ElastiCache console what keeps it."));
        }
        if (!facts.backupsUnderWay().isEmpty()) {
            return Optional.of(
                    Obstacle.passing(
                            "a backup under way",
                            "A backup is being taken: %s."
                                    .formatted(Listing.of(facts.backupsUnderWay())),
                            "Wait for its end."));
        }
        return facts.updates().isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Obstacle.passing(
                                "a service update",
                                "A service update is being applied, or about to be: %s."
                                        .formatted(Listing.of(facts.updates())),
                                "Wait for its end."));
    }

    private String unsettled() {
        return Listing.of(
                group().shards().stream()
                        .flatMap(
                                shard ->
                                        Stream.concat(
                                                Stream.of(shard)
                                                        .filter(
                                                                each ->
                                                                        !each.status()
                                                                                .equals(
                                                                                        "available"))
                                                        .map(
                                                                each ->
                                                                        "shard %s (%s)"
                                                                                .formatted(
                                                                                        each.id(),
                                                                                        each
                                                                                                .status())),
                                                shard.members().stream()
                                                        .filter(each -> !each.isAvailable())
                                                        .map(
                                                                each ->
                                                                        "%s (%s)"
                                                                                .formatted(
                                                                                        each.id(),
                                                                                        each
                                                                                                .status()))))
                        .toList());
    }

    private Group group() {
        return facts.figures().group();
    }
}
