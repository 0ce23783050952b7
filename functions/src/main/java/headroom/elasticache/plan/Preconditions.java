package headroom.elasticache.plan;

import headroom.elasticache.Policy;
import headroom.elasticache.diagnosis.Diagnosis;
import headroom.elasticache.figures.Metric;
import headroom.elasticache.figures.NodeFigures;
import headroom.elasticache.group.Change;
import headroom.elasticache.group.Group;
import headroom.elasticache.group.NodeType;
import headroom.elasticache.group.Shard;
import headroom.run.Cause;
import headroom.text.Listing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What one step needs and does not have. Each question has an answer of its own.
///
/// @param begun whether the run has taken its backup
record Preconditions(Facts facts, Policy policy, Diagnosis diagnosis, Cause cause, boolean begun) {
    /// Percent of memory, from where on a backup may fail or slow the node down.
    private static final double MEMORY_FOR_BACKUP = 85;

    /// ElastiCache advises against moving slots from there on: percent, with several processors,
    private static final double BUSY = 80;

    /// and with a single one (user guide, "Best practices: Online cluster resizing").
    private static final double BUSY_OF_ONE = 50;

    /// Seconds, beyond which a replica is too far behind to take over.
    private static final double LAG = 10;

    /// All that is in the way of it, what lasts first.
    List<Obstacle> of(Change change) {
        Stream<Optional<Obstacle>> own =
                switch (change) {
                    case Change.AddShards _, Change.Rebalance _ ->
                            Stream.of(readsMayMiss(), noRoomToMove(change), tooBusyToMove(), lag());
                    case Change.ChangeNodeType _ -> Stream.of(cannotFailOver(), pending(), lag());
                    case Change.SwitchMode _ -> Stream.of(pending());
                    case Change.AddReplicas _, Change.AddReplicasToAll _ -> Stream.of();
                };
        List<Obstacle> all =
                Stream.of(Stream.of(quota(change), addresses(change)), own, shared())
                        .flatMap(each -> each)
                        .flatMap(Optional::stream)
                        .toList();
        return Stream.concat(
                        all.stream().filter(each -> !each.passes()),
                        all.stream().filter(Obstacle::passes))
                .toList();
    }

    /// The first that does not pass by itself.
    Optional<Obstacle> lasting(Change change) {
        return of(change).stream().filter(each -> !each.passes()).findFirst();
    }

    private Stream<Optional<Obstacle>> shared() {
        return Stream.of(begun ? Optional.<Obstacle>empty() : backup(), windows());
    }

    /// How many nodes it makes, those that replace others among them.
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
                                            .mapToInt(Shard::replicas)
                                            .min()
                                            .orElse(0));
            case Change.Rebalance _, Change.SwitchMode _ -> 0;
            case Change.ChangeNodeType _ -> group.nodes();
        };
    }

    private Optional<Obstacle> quota(Change change) {
        int nodes =
                change instanceof Change.ChangeNodeType
                        ? group().nodes()
                        : group().nodes() + newNodes(group(), change);
        return facts.nodeQuota()
                .filter(each -> nodes > each && nodes > group().nodes())
                .map(
                        each ->
                                Obstacle.lasting(
                                        "the quota of nodes",
                                        "With the step the group would have %d nodes, and may have %d in this account and region."
                                                .formatted(nodes, each),
                                        "Have the quota of nodes per cluster raised, in Service"
                                                + " Quotas (ElastiCache, L-85EED4F7)."));
    }

    private Optional<Obstacle> addresses(Change change) {
        int needed = newNodes(group(), change);
        return facts.freeAddresses()
                .filter(each -> each < needed)
                .map(
                        each ->
                                Obstacle.lasting(
                                        "free addresses",
                                        "The step needs %d addresses in the group's subnets, and %d are free."
                                                .formatted(needed, each),
                                        "Free some, or add a subnet to the subnet group%s."
                                                .formatted(
                                                        group().subnetGroup()
                                                                .map(" "::concat)
                                                                .orElse(""))));
    }

    /// What stays in the way of a step for as long as the load that asks for it.
    Optional<Obstacle> heldByLoad(Change change) {
        return switch (change) {
            case Change.AddShards _, Change.Rebalance _ -> tooBusyToMove();
            case Change.AddReplicas _,
                    Change.AddReplicasToAll _,
                    Change.SwitchMode _,
                    Change.ChangeNodeType _ ->
                    Optional.empty();
        };
    }

    /// Slots are moved by the very thread that is short.
    private Optional<Obstacle> tooBusyToMove() {
        double most =
                NodeType.parse(group().nodeType())
                                .flatMap(NodeType::processors)
                                .filter(each -> each == 1)
                                .isPresent()
                        ? BUSY_OF_ONE
                        : BUSY;
        return diagnosis.traffic().stream()
                .flatMap(each -> each.overByItsGraphs(most).stream())
                .findFirst()
                .map(
                        each ->
                                Obstacle.passing(
                                        "too busy to move slots",
                                        "%s, and ElastiCache advises against moving slots from %.0f %% on with %s: clients would wait."
                                                .formatted(each, most, group().nodeType()),
                                        "Have clients ask less of it for a while, add a replica"
                                            + " that takes reads, or move slots in a quiet hour:"
                                            + " set window."));
    }

    /// Of the shards that there are, none may be filled by what it is given.
    private Optional<Obstacle> noRoomToMove(Change change) {
        Map<String, Loads> after = new Capacity(diagnosis.traffic()).after(change);
        return diagnosis.traffic().stream()
                .filter(each -> memory(after, each.shard()) > each.memory())
                .filter(each -> memory(after, each.shard()) > Dimension.MEMORY.limit())
                .findFirst()
                .map(
                        each ->
                                Obstacle.lasting(
                                        "no memory to move slots",
                                        "Shard %s would be %.0f %% full by what it is given."
                                                .formatted(
                                                        each.shard(), memory(after, each.shard())),
                                        "Ask for more shards, or for a larger node type first."));
    }

    private static double memory(Map<String, Loads> after, String shard) {
        return Optional.ofNullable(after.get(shard))
                .flatMap(each -> each.find(Dimension.MEMORY))
                .orElse(0.0);
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

    /// What is applied at once is applied together with all that waits.
    private Optional<Obstacle> pending() {
        List<String> pending =
                group().shards().stream()
                        .flatMap(each -> each.members().stream())
                        .flatMap(
                                each ->
                                        each.pending().stream()
                                                .map(what -> each.id() + ": " + what))
                        .toList();
        return pending.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Obstacle.lasting(
                                "pending changes",
                                "Other changes wait for the maintenance window, and would be made together with this one: %s."
                                        .formatted(Listing.of(pending)),
                                "Have them applied, or take them back, and ask again."));
    }

    private Optional<Obstacle> lag() {
        return diagnosis.traffic().stream()
                .flatMap(each -> each.figures().replicas().stream())
                .filter(each -> lag(each).filter(lag -> lag < LAG).isEmpty())
                .findFirst()
                .map(
                        each ->
                                Obstacle.passing(
                                        "a replica that lags",
                                        "%s is %s behind its primary."
                                                .formatted(
                                                        each.member().id(),
                                                        lag(each)
                                                                .map("%.0f seconds"::formatted)
                                                                .orElse("an unknown time")),
                                        "See why: a full network, or a large key that is"
                                                + " written again and again."));
    }

    private static Optional<Double> lag(NodeFigures replica) {
        return replica.mean(Metric.LAG);
    }

    /// A backup needs memory of its own.
    private Optional<Obstacle> backup() {
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

    /// ElastiCache does its own work in these, and a change that meets it waits, or fails.
    private Optional<Obstacle> windows() {
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

    private Group group() {
        return facts.figures().group();
    }
}
