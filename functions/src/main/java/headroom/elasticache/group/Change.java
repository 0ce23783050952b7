package headroom.elasticache.group;

/// One step, with its absolute target: asked for twice, it is the same.
public sealed interface Change {
    /// For people, as it follows "Headroom will" or "asked to".
    String inWords();

    /// @param from the replicas that the shard has
    record AddReplicas(String shard, int from, int to) implements Change {
        @Override
        public String inWords() {
            return "go from %d to %d replicas on shard %s".formatted(from, to, shard);
        }
    }

    /// All shards have the same number afterwards.
    ///
    /// @param from the fewest that a shard has
    record AddReplicasToAll(int from, int to) implements Change {
        @Override
        public String inWords() {
            return "go from %d to %d replicas on each shard".formatted(from, to);
        }
    }

    /// Slots are spread over all shards as a part of it.
    record AddShards(int from, int to) implements Change {
        @Override
        public String inWords() {
            return "go from %d to %d shards".formatted(from, to);
        }
    }

    /// Slots are spread evenly over the shards that there are.
    record Rebalance(int shards) implements Change {
        @Override
        public String inWords() {
            return "spread the slots evenly over the %d shards".formatted(shards);
        }
    }

    /// On the way to shards, or back from half of it. Clients are not asked: who speaks which
    /// protocol, a person has to know.
    record SwitchMode(ClusterMode from, ClusterMode to) implements Change {
        @Override
        public String inWords() {
            return "go from cluster mode %s to %s".formatted(from.word(), to.word());
        }
    }

    record ChangeNodeType(String from, String to) implements Change {
        @Override
        public String inWords() {
            return "go from %s to %s".formatted(from, to);
        }
    }
}
