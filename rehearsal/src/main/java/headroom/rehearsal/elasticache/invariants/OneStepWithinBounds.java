package headroom.rehearsal.elasticache.invariants;

import headroom.elasticache.Policy;
import headroom.rehearsal.elasticache.simulation.CacheSimulation;
import headroom.rehearsal.invariants.Invariant;
import headroom.rehearsal.states.Execution;
import headroom.simulated.elasticache.load.NodeKind;
import headroom.simulated.elasticache.load.Shape;
import headroom.simulated.journal.Entry;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// C2: never smaller, never above a ceiling, no larger than a step may be, one step in a run, and
/// none before the quiet time of the last one has passed, unless a person asks, or the last one
/// failed and the group has become critical since. Nodes cost money by the hour. (While a change is
/// under way, ElastiCache itself refuses another.)
public final class OneStepWithinBounds implements Invariant<CacheSimulation> {
    /// The shortest quiet time after a run that changed the group.
    private static final Duration QUIET = Duration.ofMinutes(30);

    private String lastRun = "";
    private boolean settles;
    private Instant settledAt = Instant.MIN;

    @Override
    public Optional<String> after(Entry entry, CacheSimulation simulation) {
        if (settles && !simulation.elastiCache().isChanging()) {
            settles = false;
            settledAt = entry.at();
        }
        if (!Calls.isStep(entry)) {
            return Optional.empty();
        }
        Optional<String> wrong = wrongSize(entry, simulation).or(() -> tooSoon(entry, simulation));
        lastRun = entry.by();
        settles = true;
        return wrong;
    }

    private static Optional<String> wrongSize(Entry entry, CacheSimulation simulation) {
        Policy policy = simulation.settings().policy();
        return AskedStep.of(entry).stream()
                .flatMap(each -> wrongSize(each, policy).stream())
                .findFirst();
    }

    private static Optional<String> wrongSize(AskedStep step, Policy policy) {
        return switch (step) {
            case AskedStep.Replicas it ->
                    wrong(it.from(), it.to(), policy.maxReplicasPerShard(), "replicas");
            case AskedStep.Shards it ->
                    wrong(it.from(), it.to(), policy.maxShards(), "shards")
                            .or(() -> tooMany(it.to() - it.from(), policy.maxStep()));
            case AskedStep.Even _, AskedStep.OtherMode _ -> Optional.empty();
            case AskedStep.Type it -> wrongType(it, policy);
        };
    }

    private static Optional<String> wrong(int from, int to, int ceiling, String what) {
        if (to > ceiling) {
            return Optional.of("%d %s are above the ceiling".formatted(to, what));
        }
        return to > from
                ? Optional.empty()
                : Optional.of("%d %s are no growth from %d".formatted(to, what, from));
    }

    private static Optional<String> tooMany(int more, int most) {
        return more > most
                ? Optional.of("%d more shards at once, where %d are the most".formatted(more, most))
                : Optional.empty();
    }

    private static Optional<String> wrongType(AskedStep.Type step, Policy policy) {
        double to = memory(step.to());
        if (policy.largestNodeType().filter(each -> to <= memory(each)).isEmpty()) {
            return Optional.of(step.to() + " is above the ceiling");
        }
        return to > memory(step.from())
                ? Optional.empty()
                : Optional.of(step.to() + " is no growth from " + step.from());
    }

    private static double memory(String type) {
        return NodeKind.of(type).memory();
    }

    private Optional<String> tooSoon(Entry entry, CacheSimulation simulation) {
        if (lastRun.equals(entry.by())) {
            return Optional.of("one run takes two steps");
        }
        return Calls.isByHand(entry, simulation)
                        || hasBecomeCritical(entry, simulation)
                        || !entry.at().minus(QUIET).isBefore(settledAt)
                ? Optional.empty()
                : Optional.of(
                        "the quiet time after the step that settled at "
                                + settledAt
                                + " has not passed");
    }

    /// What failed while there was time is tried once more when there is none.
    private boolean hasBecomeCritical(Entry entry, CacheSimulation simulation) {
        boolean hasFailed =
                simulation
                        .execution(lastRun)
                        .filter(each -> each.status() == Execution.Status.FAILED)
                        .isPresent();
        return hasFailed
                && simulation
                        .execution(entry.by())
                        .filter(each -> each.input("critical").equals("true"))
                        .isPresent();
    }

    /// Whatever has happened, no shard has fewer nodes than at the beginning.
    @Override
    public Optional<String> atRest(CacheSimulation simulation) {
        Shape now = simulation.elastiCache().shape();
        return simulation.setup().group().shards().stream()
                .filter(
                        before ->
                                now.shards().stream()
                                        .noneMatch(
                                                each ->
                                                        each.id().equals(before.id())
                                                                && each.nodes().size()
                                                                        >= before.nodes().size()))
                .filter(_ -> !simulation.elastiCache().isGone())
                .findFirst()
                .map(each -> "shard " + each.id() + " has fewer nodes than at the beginning");
    }
}
