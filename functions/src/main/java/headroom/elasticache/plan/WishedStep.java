package headroom.elasticache.plan;

import headroom.elasticache.Policy;
import headroom.elasticache.group.Change;
import headroom.elasticache.group.ClusterMode;
import headroom.elasticache.group.Group;
import headroom.elasticache.group.NodeType;
import headroom.elasticache.group.Shard;

import java.util.Optional;

/// What comes of a step that a person asked for: never smaller, never above a ceiling.
record WishedStep(Facts facts, Policy policy) {
    private static final int MOST_REPLICAS = 5;

    sealed interface Outcome {}

    record Step(Change change) implements Outcome {}

    /// The group is so already.
    record Already(String sentence) implements Outcome {}

    record Impossible(String sentence, String wayOut) implements Outcome {}

    Outcome of(Wish wish) {
        return switch (wish) {
            case Wish.Replicas it -> replicas(it);
            case Wish.Shards it -> shards(it);
            case Wish.Rebalance _ -> rebalance();
            case Wish.NodeType it -> nodeType(it);
        };
    }

    private Outcome replicas(Wish.Replicas wish) {
        Optional<Shard> shard = group().shard(wish.shard());
        if (shard.isEmpty()) {
            return new Impossible(
                    "There is no shard %s.".formatted(wish.shard()),
                    "Its shards are %s."
                            .formatted(
                                    String.join(
                                            ", ",
                                            group().shards().stream().map(Shard::id).toList())));
        }
        int present = shard.get().replicas();
        if (present == wish.to()) {
            return new Already("Shard %s has %d replicas.".formatted(wish.shard(), present));
        }
        if (wish.to() < present) {
            return smaller("Shard %s has %d replicas".formatted(wish.shard(), present));
        }
        int most = Math.min(MOST_REPLICAS, policy.maxReplicasPerShard());
        return wish.to() > most
                ? above("maxReplicasPerShard", most, most == MOST_REPLICAS)
                : new Step(new Change.AddReplicas(wish.shard(), present, wish.to()));
    }

    private Outcome shards(Wish.Shards wish) {
        int present = group().shards().size();
        if (present == wish.to()) {
            return new Already("The group has %d shards.".formatted(present));
        }
        if (group().mode() != ClusterMode.ENABLED) {
            return oneShard();
        }
        if (wish.to() < present) {
            return smaller("The group has %d shards".formatted(present));
        }
        return wish.to() > policy.maxShards()
                ? above("maxShards", policy.maxShards(), false)
                : new Step(new Change.AddShards(present, wish.to()));
    }

    private Outcome rebalance() {
        if (group().mode() != ClusterMode.ENABLED) {
            return oneShard();
        }
        if (Options.isEven(group())) {
            return new Already("The slots are spread evenly.");
        }
        return group().shards().stream().anyMatch(each -> each.slots().isEmpty())
                ? new Impossible(
                        "Which slots the shards hold is not known.",
                        "Look at the group in the ElastiCache console.")
                : new Step(new Change.Rebalance(group().shards().size()));
    }

    private Outcome nodeType(Wish.NodeType wish) {
        if (wish.to().equals(group().nodeType())) {
            return new Already("The group's node type is %s.".formatted(wish.to()));
        }
        if (policy.largestNodeType().isEmpty()) {
            return new Impossible(
                    "The setting largestNodeType is missing, so no step changes the node type.",
                    "Set largestNodeType, and deploy again.");
        }
        String largest = policy.largestNodeType().get();
        if (!isLargerOrUnknown(wish.to())) {
            return smaller("The group's node type is " + group().nodeType());
        }
        if (Options.isLarger(wish.to(), largest) || isOfAnotherFamily(wish.to(), largest)) {
            return new Impossible(
                    "%s is not among the sizes of its family up to largestNodeType, which is %s."
                            .formatted(wish.to(), largest),
                    "Ask for one of these, or change largestNodeType and deploy again.");
        }
        return facts.allowedTypes().contains(wish.to())
                ? new Step(new Change.ChangeNodeType(group().nodeType(), wish.to()))
                : new Impossible(
                        "ElastiCache does not let this group go from %s to %s."
                                .formatted(group().nodeType(), wish.to()),
                        "It would let it go to %s."
                                .formatted(
                                        facts.allowedTypes().isEmpty()
                                                ? "none"
                                                : String.join(", ", facts.allowedTypes())));
    }

    private boolean isLargerOrUnknown(String type) {
        return Capacity.times(group().nodeType(), type).filter(each -> each <= 1).isEmpty();
    }

    private static boolean isOfAnotherFamily(String type, String other) {
        return !NodeType.parse(type)
                .map(NodeType::family)
                .equals(NodeType.parse(other).map(NodeType::family));
    }

    private static Outcome oneShard() {
        return new Impossible(
                "With cluster mode disabled the group has one shard, and no more.",
                "It can get replicas and a larger node type; shards need cluster mode.");
    }

    private static Outcome smaller(String present) {
        return new Impossible(
                present + ", and Headroom makes nothing smaller.",
                "Do it in the ElastiCache console, in a quiet hour.");
    }

    private static Outcome above(String setting, int most, boolean isElastiCaches) {
        return new Impossible(
                isElastiCaches
                        ? "ElastiCache has no more than %d.".formatted(most)
                        : "The setting %s is %d.".formatted(setting, most),
                isElastiCaches
                        ? "Ask for fewer."
                        : "Ask for no more, or change %s and deploy again.".formatted(setting));
    }

    private Group group() {
        return facts.figures().group();
    }
}
