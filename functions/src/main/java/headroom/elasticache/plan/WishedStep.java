package headroom.elasticache.plan;

import headroom.elasticache.Policy;
import headroom.elasticache.diagnosis.Diagnosis;
import headroom.elasticache.group.Change;
import headroom.elasticache.group.ClusterMode;
import headroom.elasticache.group.Group;
import headroom.elasticache.group.Shard;
import headroom.elasticache.group.Slots;

import java.util.List;
import java.util.Optional;

/// What comes of a step that a person asked for: never smaller, never above a ceiling.
record WishedStep(Facts facts, Policy policy, Diagnosis diagnosis) {
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
            case Wish.Migrate it -> new Migration(facts, policy, diagnosis).of(it.stage());
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
        int most = Math.min(Options.MOST_REPLICAS, policy.maxReplicasPerShard());
        return wish.to() > most
                ? above("maxReplicasPerShard", most, most == Options.MOST_REPLICAS)
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
        if (wish.to() > policy.maxShards()) {
            return above("maxShards", policy.maxShards(), false);
        }
        return wish.to() > present + policy.maxStep()
                ? new Impossible(
                        "The setting maxStep is %d, and the group has %d shards."
                                .formatted(policy.maxStep(), present),
                        "Ask for %d shards first, or change maxStep and deploy again."
                                .formatted(present + policy.maxStep()))
                : new Step(new Change.AddShards(present, wish.to()));
    }

    private Outcome rebalance() {
        if (group().mode() != ClusterMode.ENABLED) {
            return oneShard();
        }
        Optional<List<Slots>> slots = group().slots();
        if (slots.isEmpty()) {
            return new Impossible(
                    "Which slots the shards hold is not known.",
                    "Look at the group in the ElastiCache console.");
        }
        return Slots.areEven(slots.get())
                ? new Already("The slots are spread evenly.")
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
        var ladder = new Ladder(facts.allowedTypes(), policy.largestNodeType().get());
        if (Ladder.isLarger(group().nodeType(), wish.to())) {
            return smaller("The group's node type is " + group().nodeType());
        }
        if (!ladder.isWithin(wish.to())) {
            return new Impossible(
                    "%s is not among the sizes of its family up to largestNodeType, which is %s."
                            .formatted(wish.to(), ladder.largest()),
                    "Ask for one of these, or change largestNodeType and deploy again.");
        }
        if (!Ladder.isLarger(wish.to(), group().nodeType())) {
            return new Impossible(
                    "%s has no more memory than %s as far as is known, or lacks what that one is made for."
                            .formatted(wish.to(), group().nodeType()),
                    "Change to it in the ElastiCache console, in a quiet hour.");
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

    private static Outcome oneShard() {
        return new Impossible(
                "With cluster mode disabled the group has one shard, and no more.",
                "It can get replicas and a larger node type; shards need cluster mode. A message"
                        + " {\"migrate\": \"start\"} begins the way there.");
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
