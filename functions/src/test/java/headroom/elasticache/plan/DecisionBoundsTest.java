package headroom.elasticache.plan;

import headroom.elasticache.group.Change;
import headroom.elasticache.group.ClusterMode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// How far any step goes, over cases that chance has made.
@Execution(ExecutionMode.CONCURRENT)
final class DecisionBoundsTest {
    @Test
    void nothingIsMadeSmaller() {
        RandomCases.everyAct(
                (each, act) ->
                        switch (act.change()) {
                            case Change.AddReplicas it ->
                                    it.to() > each.replicas(it.shard()) && it.from() < it.to();
                            case Change.AddReplicasToAll it ->
                                    each.group().shards().stream()
                                                    .allMatch(one -> it.to() >= one.replicas())
                                            && each.group().shards().stream()
                                                    .anyMatch(one -> it.to() > one.replicas());
                            case Change.AddShards it ->
                                    it.from() == each.group().shards().size()
                                            && it.to() > it.from();
                            case Change.Rebalance it -> it.shards() == each.group().shards().size();
                            case Change.SwitchMode it -> it.from() == each.group().mode();
                            case Change.ChangeNodeType it ->
                                    it.from().equals(each.group().nodeType())
                                            && Ladder.memoryTimes(it.from(), it.to()).orElse(0.0)
                                                    > 1;
                        });
    }

    @Test
    void nothingGoesAboveACeiling() {
        RandomCases.everyAct(
                (each, act) ->
                        switch (act.change()) {
                            case Change.AddReplicas it ->
                                    it.to() <= each.policy().maxReplicasPerShard() && it.to() <= 5;
                            case Change.AddReplicasToAll it ->
                                    it.to() <= each.policy().maxReplicasPerShard() && it.to() <= 5;
                            case Change.AddShards it ->
                                    it.to() <= each.policy().maxShards()
                                            && it.to() - it.from() <= each.policy().maxStep();
                            case Change.Rebalance _ -> true;
                            case Change.SwitchMode _ -> each.policy().migrates();
                            case Change.ChangeNodeType it ->
                                    each.facts().allowedTypes().contains(it.to())
                                            && each.isUpToLargest(it.to());
                        });
    }

    @Test
    void nothingGoesAboveWhatTheAccountHas() {
        RandomCases.everyAct(
                (each, act) ->
                        each.facts().freeAddresses().filter(free -> free < act.newNodes()).isEmpty()
                                && (act.change() instanceof Change.ChangeNodeType
                                        || act.newNodes() == 0
                                        || each.facts()
                                                .nodeQuota()
                                                .filter(
                                                        most ->
                                                                each.group().nodes()
                                                                                + act.newNodes()
                                                                        > most)
                                                .isEmpty()));
    }

    @Test
    void withClusterModeDisabledThereIsOneShard() {
        RandomCases.everyAct(
                (each, act) ->
                        each.group().mode() == ClusterMode.ENABLED
                                || !(act.change() instanceof Change.AddShards
                                        || act.change() instanceof Change.Rebalance));
    }

    @Test
    void aWishIsCarriedOutAsItIsOrNotAtAll() {
        RandomCases.everyAct(
                (each, act) ->
                        each.wish()
                                .map(
                                        wish ->
                                                switch (wish) {
                                                    case Wish.Replicas it ->
                                                            act.change()
                                                                    .equals(
                                                                            new Change.AddReplicas(
                                                                                    it.shard(),
                                                                                    each.replicas(
                                                                                            it
                                                                                                    .shard()),
                                                                                    it.to()));
                                                    case Wish.Shards it ->
                                                            act.change()
                                                                    .equals(
                                                                            new Change.AddShards(
                                                                                    each.group()
                                                                                            .shards()
                                                                                            .size(),
                                                                                    it.to()));
                                                    case Wish.Rebalance _ ->
                                                            act.change()
                                                                    instanceof Change.Rebalance;
                                                    case Wish.Migrate _ ->
                                                            act.change()
                                                                    instanceof Change.SwitchMode;
                                                    case Wish.NodeType it ->
                                                            act.change()
                                                                            instanceof
                                                                            Change.ChangeNodeType
                                                                                    typed
                                                                    && typed.to().equals(it.to());
                                                })
                                .orElse(true));
    }
}
