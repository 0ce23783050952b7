package headroom.rehearsal.elasticache.invariants;

import headroom.rehearsal.elasticache.simulation.CacheSimulation;
import headroom.rehearsal.invariants.Invariant;
import headroom.simulated.elasticache.load.NodeKind;
import headroom.simulated.elasticache.load.Shape;
import headroom.simulated.journal.Entry;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// C2: never smaller, never above a ceiling, no larger than a step may be, one step in a run, and
/// none before the quiet time of the last one has passed, unless a person asks. Nodes cost money by
/// the hour. (While a change is under way, ElastiCache itself refuses another.)
public final class OneStepWithinBounds implements Invariant<CacheSimulation> {
    private static final Pattern REPLICAS =
            Pattern.compile("shard \\S+, (\\d+) -> (\\d+) replicas.*");
    private static final Pattern SHARDS = Pattern.compile("(\\d+) -> (\\d+) shards.*");
    private static final Pattern EVEN = Pattern.compile("\\d+ shards, slots spread evenly");
    private static final Pattern TYPES = Pattern.compile("(\\S+) -> (\\S+)");

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
        var policy = simulation.settings().policy();
        if (entry.name().endsWith("ReplicaCount")) {
            return Stream.of(entry.detail().split("; "))
                    .flatMap(each -> ofReplicas(each, policy.maxReplicasPerShard()).stream())
                    .findFirst();
        }
        Matcher shards = SHARDS.matcher(entry.detail());
        if (shards.matches()) {
            return judged(shards, policy.maxShards(), "shards")
                    .or(() -> tooMany(shards, policy.maxStep()));
        }
        Matcher types = TYPES.matcher(entry.detail());
        if (types.matches()) {
            double to = memory(types.group(2));
            if (policy.largestNodeType().filter(each -> to <= memory(each)).isEmpty()) {
                return Optional.of(types.group(2) + " is above the ceiling");
            }
            return to > memory(types.group(1))
                    ? Optional.empty()
                    : Optional.of(types.group(2) + " is no growth from " + types.group(1));
        }
        return EVEN.matcher(entry.detail()).matches()
                ? Optional.empty()
                : Optional.of("the step is not understood: " + entry.detail());
    }

    private static Optional<String> ofReplicas(String step, int ceiling) {
        Matcher replicas = REPLICAS.matcher(step);
        return replicas.matches()
                ? judged(replicas, ceiling, "replicas")
                : Optional.of("the step is not understood: " + step);
    }

    private static Optional<String> judged(Matcher numbers, int ceiling, String what) {
        int from = Integer.parseInt(numbers.group(1));
        int to = Integer.parseInt(numbers.group(2));
        if (to > ceiling) {
            return Optional.of("%d %s are above the ceiling".formatted(to, what));
        }
        return to > from
                ? Optional.empty()
                : Optional.of("%d %s are no growth from %d".formatted(to, what, from));
    }

    private static Optional<String> tooMany(Matcher shards, int most) {
        int more = Integer.parseInt(shards.group(2)) - Integer.parseInt(shards.group(1));
        return more > most
                ? Optional.of("%d more shards at once, where %d are the most".formatted(more, most))
                : Optional.empty();
    }

    private static double memory(String type) {
        return NodeKind.of(type).memory();
    }

    private Optional<String> tooSoon(Entry entry, CacheSimulation simulation) {
        if (lastRun.equals(entry.by())) {
            return Optional.of("one run takes two steps");
        }
        return Calls.isByHand(entry, simulation) || !entry.at().minus(QUIET).isBefore(settledAt)
                ? Optional.empty()
                : Optional.of(
                        "the quiet time after the step that settled at "
                                + settledAt
                                + " has not passed");
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
