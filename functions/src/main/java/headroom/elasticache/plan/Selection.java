package headroom.elasticache.plan;

import headroom.elasticache.diagnosis.Traffic;
import headroom.elasticache.group.Change;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Which of the steps that help is taken, and why the others are not.
///
/// @param candidates the best first, one at the least
record Selection(List<Option> candidates, Preconditions preconditions) {
    /// The first that nothing lasting is in the way of. A load that keeps slots from being moved
    /// does not pass by waiting for it, so what needs none moved comes before.
    Option taken() {
        List<Option> possible =
                candidates.stream()
                        .filter(each -> preconditions.lasting(change(each)).isEmpty())
                        .toList();
        return Stream.concat(
                        possible.stream()
                                .filter(each -> preconditions.heldByLoad(change(each)).isEmpty()),
                        Stream.concat(possible.stream(), candidates.stream()))
                .findFirst()
                .orElseThrow();
    }

    /// As a person asks for it; empty if something lasting is in the way. No message asks for
    /// replicas on all shards at once: the busiest that has fewer comes first.
    Optional<Wish> asWish() {
        Change change = change(taken());
        if (preconditions.lasting(change).isPresent()) {
            return Optional.empty();
        }
        return switch (change) {
            case Change.AddReplicas it -> Optional.of(new Wish.Replicas(it.shard(), it.to()));
            case Change.AddReplicasToAll it ->
                    preconditions.diagnosis().traffic().stream()
                            .filter(each -> each.figures().replicas().size() < it.to())
                            .max(Comparator.comparingDouble(Traffic::busiest))
                            .map(each -> new Wish.Replicas(each.shard(), it.to()));
            case Change.AddShards it -> Optional.of(new Wish.Shards(it.to()));
            case Change.Rebalance _ -> Optional.of(new Wish.Rebalance());
            case Change.ChangeNodeType it -> Optional.of(new Wish.NodeType(it.to()));
            case Change.SwitchMode _ -> Optional.empty();
        };
    }

    static Change change(Option option) {
        return option.change().orElseThrow();
    }

    /// With the reason of each that was not taken, where nothing else says so.
    List<Option> judged(List<Option> all) {
        Option taken = taken();
        return all.stream().map(each -> judged(each, taken)).toList();
    }

    private Option judged(Option option, Option taken) {
        return option.equals(taken) || option.change().isEmpty() || !option.why().isEmpty()
                ? option
                : option.because(
                        preconditions
                                .lasting(change(option))
                                .or(() -> preconditions.heldByLoad(change(option)))
                                .map(Obstacle::sentence)
                                .orElse("another that is enough comes first"));
    }
}
