package headroom.elasticache.plan;

import headroom.elasticache.Policy;
import headroom.elasticache.diagnosis.Diagnosis;
import headroom.elasticache.figures.Metric;
import headroom.elasticache.group.Change;
import headroom.elasticache.group.Group;
import headroom.elasticache.group.NodeType;
import headroom.run.Cause;
import headroom.text.Listing;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What is in the way of a step, as long as nothing is touched. Each question has an answer of its
/// own; [Decision] asks them in order.
record Obstacles(Facts facts, Policy policy, Diagnosis diagnosis) {
    /// Percent of memory, from where on a backup may fail or slow the node down.
    private static final double MEMORY_FOR_BACKUP = 85;

    /// ElastiCache advises against moving slots from there on: percent, with several processors,
    private static final double BUSY = 80;

    /// and with two or fewer.
    private static final double BUSY_OF_TWO = 50;

    private static final int FEW_PROCESSORS = 2;

    /// Seconds, beyond which a replica is too far behind to take over.
    private static final double LAG = 10;

    /// @param passes true if it passes by itself, so that it is worth a wait
    /// @param about in few words, the same each time
    /// @param wayOut what a person can do about it
    record Obstacle(boolean passes, String about, String sentence, String wayOut) {
        static Obstacle lasting(String about, String sentence, String wayOut) {
            return new Obstacle(false, about, sentence, wayOut);
        }

        static Obstacle passing(String about, String sentence, String wayOut) {
            return new Obstacle(true, about, sentence, wayOut);
        }
    }

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
                                            + " cluster's protocol, then set cluster mode to"
                                            + " enabled."));
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

    /// What this very step needs and does not have.
    Optional<Obstacle> of(Change change) {
        return switch (change) {
            case Change.AddShards _, Change.Rebalance _ ->
                    tooBusyToMove().or(this::readsMayMiss).or(this::lag);
            case Change.ChangeNodeType _ -> cannotFailOver().or(this::lag);
            case Change.AddReplicas _, Change.AddReplicasToAll _ -> Optional.empty();
        };
    }

    /// Slots are moved by the very thread that is short.
    private Optional<Obstacle> tooBusyToMove() {
        double most =
                NodeType.parse(group().nodeType())
                                .flatMap(NodeType::processors)
                                .filter(each -> each <= FEW_PROCESSORS)
                                .isPresent()
                        ? BUSY_OF_TWO
                        : BUSY;
        return diagnosis.traffic().stream()
                .filter(each -> each.load() >= most)
                .findFirst()
                .map(
                        each ->
                                Obstacle.passing(
                                        "too busy to move slots",
                                        "Shard %s is at %.0f %%, and ElastiCache advises against moving slots from %.0f %% on with %s: clients would wait."
                                                .formatted(
                                                        each.shard(),
                                                        each.load(),
                                                        most,
                                                        group().nodeType()),
                                        "Have clients ask less of it for a while, add a replica"
                                            + " that takes reads, or move slots in a quiet hour:"
                                            + " set window."));
    }

    /// Before Valkey 8.0 a key that is read from a replica may seem missing while its slot moves.
    private Optional<Obstacle> readsMayMiss() {
        boolean readsFromReplicas =
                diagnosis.traffic().stream().anyMatch(each -> each.replicaReads() > 0);
        return policy.replicaReadsMayMiss() || !readsFromReplicas || movesWithoutMisses()
                ? Optional.empty()
                : Optional.of(
                        Obstacle.lasting(
                                "reads that may miss",
                                "Clients read from replicas, and with %s %s a key may seem missing to them while its slot moves."
                                        .formatted(
                                                group().engine().name(),
                                                group().engine().version()),
                                "If that does no harm (a miss is loaded anew), set"
                                    + " replicaReadsMayMiss to yes and deploy again; or upgrade to"
                                    + " Valkey 8.0 or later."));
    }

    private boolean movesWithoutMisses() {
        return group().engine().name().toLowerCase(Locale.ROOT).equals("valkey")
                && group().engine().isAtLeast(8);
    }

    private Optional<Obstacle> cannotFailOver() {
        boolean alone = group().shards().stream().anyMatch(each -> each.replicas() == 0);
        return group().failsOver() && !alone
                ? Optional.empty()
                : Optional.of(
                        Obstacle.lasting(
                                "no failover",
                                "Nodes of another type take over by a failover, and %s."
                                        .formatted(
                                                alone
                                                        ? "a shard has no replica"
                                                        : "automatic failover is off"),
                                "Give each shard a replica, and switch automatic failover on."));
    }

    private Optional<Obstacle> lag() {
        return diagnosis.traffic().stream()
                .flatMap(each -> each.figures().replicas().stream())
                .filter(each -> each.mean(Metric.LAG).filter(lag -> lag >= LAG).isPresent())
                .findFirst()
                .map(
                        each ->
                                Obstacle.passing(
                                        "a replica that lags",
                                        "%s is %.0f seconds behind its primary."
                                                .formatted(
                                                        each.member().id(),
                                                        each.mean(Metric.LAG).orElseThrow()),
                                        "See why: a full network, or a large key that is"
                                                + " written again and again."));
    }

    /// What the account does not have.
    Optional<Obstacle> room(int newNodes, boolean replaces) {
        int nodes = replaces ? group().nodes() : group().nodes() + newNodes;
        if (facts.nodeQuota().filter(each -> nodes > each).isPresent()) {
            return Optional.of(
                    Obstacle.lasting(
                            "the quota of nodes",
                            "The step would make %d nodes, and a group may have %d in this account and region."
                                    .formatted(nodes, facts.nodeQuota().get()),
                            "Have the quota of nodes per cluster raised, in Service Quotas"
                                    + " (ElastiCache, L-85EED4F7)."));
        }
        return facts.freeAddresses()
                .filter(each -> each < newNodes)
                .map(
                        each ->
                                Obstacle.lasting(
                                        "free addresses",
                                        "The step needs %d addresses in the group's subnets, and %d are free."
                                                .formatted(newNodes, each),
                                        "Free some, or add a subnet to the subnet group %s."
                                                .formatted(group().subnetGroup().orElse(""))));
    }

    /// ElastiCache does its own work in these, and a change that meets it waits, or fails.
    Optional<Obstacle> windows(Cause cause) {
        return cause.isAutomatic() && !diagnosis.critical()
                ? facts.quietHours()
                        .map(
                                each ->
                                        Obstacle.passing(
                                                "ElastiCache's own hours",
                                                each,
                                                "Wait for their end."))
                : Optional.empty();
    }

    /// A backup needs memory of its own.
    Optional<Obstacle> backup() {
        return policy.backup()
                ? diagnosis.traffic().stream()
                        .filter(each -> each.memory() >= MEMORY_FOR_BACKUP)
                        .findFirst()
                        .map(
                                each ->
                                        Obstacle.lasting(
                                                "no memory for a backup",
                                                "Shard %s is %.0f %% full, and from %.0f %% on a backup may fail, or slow it down."
                                                        .formatted(
                                                                each.shard(),
                                                                each.memory(),
                                                                MEMORY_FOR_BACKUP),
                                                "Set backup to off, and deploy again, or ask for"
                                                        + " the step when there is room."))
                : Optional.empty();
    }

    static int newNodes(Group group, Change change) {
        return switch (change) {
            case Change.AddReplicas it -> it.to() - it.from();
            case Change.AddReplicasToAll it ->
                    group.shards().stream().mapToInt(each -> it.to() - each.replicas()).sum();
            // Each new shard gets as many nodes as the smallest has.
            case Change.AddShards it ->
                    (it.to() - it.from())
                            * (1
                                    + group.shards().stream()
                                            .mapToInt(each -> each.replicas())
                                            .min()
                                            .orElse(0));
            case Change.Rebalance _ -> 0;
            case Change.ChangeNodeType _ -> group.nodes();
        };
    }

    private Group group() {
        return facts.figures().group();
    }
}
