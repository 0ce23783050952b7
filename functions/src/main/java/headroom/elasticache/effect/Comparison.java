package headroom.elasticache.effect;

import headroom.elasticache.group.Change;
import headroom.elasticache.group.Role;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/// The same figures before a step and after it: a pure function of them.
///
/// Judged is what was higher before, the hottest processor or the fullest memory of the shards that
/// the step was for; of a larger node type memory alone, as it is taken for no processor. Traffic
/// does not stand still meanwhile, so a processor is measured against what it would be at without
/// the step under the traffic of now.
///
/// @param shards all that there are after the step
record Comparison(Change change, List<String> shards, List<Reading> before, List<Reading> after) {
    /// Of the figure before. What is less comes and goes with the quarter of an hour.
    private static final double NOTABLE_PART = 0.1;

    /// Percent of a processor or of memory, below which nothing was there to be relieved.
    private static final double LEAST_RELIEF = 1;

    /// The same, below which nobody is harmed.
    private static final double LEAST_HARM = 5;

    /// Within which traffic counts as the same.
    private static final double SAME_TRAFFIC = 0.1;

    /// Commands a second below which a ratio of them is chance.
    private static final double LEAST_TRAFFIC = 10;

    Comparison {
        shards = List.copyOf(shards);
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    /// @param sentence with the figures, for people
    record Judgement(Effect effect, String sentence) {}

    Judgement judge() {
        Optional<Double> factor = factor();
        Optional<Pair> cpu = factor.flatMap(each -> pair(Reading::cpu, each));
        Optional<Pair> memory = memoryCounts() ? pair(Reading::memory, 1) : Optional.empty();
        Optional<Pair> first =
                Stream.of(cpu.filter(_ -> processorsCount()), memory)
                        .flatMap(Optional::stream)
                        .max(Comparator.comparingDouble(Pair::seen));
        if (first.isEmpty() || cpu.isEmpty() || (memoryCounts() && memory.isEmpty())) {
            return new Judgement(
                    Effect.UNMEASURED,
                    "What the step did is not known: CloudWatch has too few figures of the nodes,"
                            + " before it or since.");
        }
        Effect effect = effect(first.orElseThrow());
        return new Judgement(
                effect,
                "%s The hottest processor went from %s.%s%s"
                        .formatted(
                                verdict(effect),
                                cpu.orElseThrow().inWords(),
                                memory.map(
                                                each ->
                                                        " The fullest memory went from %s."
                                                                .formatted(each.inWords()))
                                        .orElse(""),
                                traffic(factor.orElse(1.0))));
    }

    /// @param seen the highest before the step
    /// @param without what it would be now without the step
    /// @param now the highest of now
    private record Pair(double seen, double without, double now) {
        String inWords() {
            return String.format(Locale.ROOT, "%.0f to %.0f %%", seen, now);
        }
    }

    private static Effect effect(Pair pair) {
        double notable = NOTABLE_PART * pair.without();
        double less = pair.without() - pair.now();
        if (less >= Math.max(LEAST_RELIEF, notable)) {
            return Effect.IMPROVED;
        }
        return -less >= Math.max(LEAST_HARM, notable) ? Effect.WORSE : Effect.NOT_IMPROVED;
    }

    private static String verdict(Effect effect) {
        return switch (effect) {
            case IMPROVED -> "The step helped.";
            case NOT_IMPROVED -> "The step did not help.";
            case WORSE -> "The figures are worse than before the step.";
            case MIGRATED -> "The cluster mode is another.";
            case UNMEASURED -> "What the step did is not known.";
        };
    }

    private static String traffic(double factor) {
        return Math.abs(factor - 1) <= SAME_TRAFFIC
                ? ""
                : String.format(
                        Locale.ROOT,
                        " Traffic is %.1f times what it was, which is allowed for.",
                        factor);
    }

    private boolean processorsCount() {
        return switch (change) {
            case Change.ChangeNodeType _ -> false;
            case Change.AddReplicas _,
                    Change.AddReplicasToAll _,
                    Change.AddShards _,
                    Change.Rebalance _,
                    Change.SwitchMode _ ->
                    true;
        };
    }

    /// Replicas bring no memory.
    private boolean memoryCounts() {
        return switch (change) {
            case Change.AddReplicas _, Change.AddReplicasToAll _, Change.SwitchMode _ -> false;
            case Change.AddShards _, Change.Rebalance _, Change.ChangeNodeType _ -> true;
        };
    }

    /// Empty if it is unknown of a shard that the step was for.
    private Optional<Pair> pair(Function<Reading, Optional<Double>> figure, double factor) {
        OptionalDouble seen = highest(before, figure, known(before));
        OptionalDouble now = highest(after, figure, concerned());
        return seen.isPresent() && now.isPresent()
                ? Optional.of(
                        new Pair(
                                seen.getAsDouble(),
                                Math.min(100, seen.getAsDouble() * factor),
                                now.getAsDouble()))
                : Optional.empty();
    }

    private List<String> concerned() {
        return change instanceof Change.AddReplicas it ? List.of(it.shard()) : shards;
    }

    /// Those of them that there were before.
    private List<String> known(List<Reading> readings) {
        List<String> there = readings.stream().map(Reading::shard).distinct().toList();
        return change instanceof Change.AddReplicas it ? List.of(it.shard()) : there;
    }

    /// Of all nodes of these shards. Empty if that of a primary is unknown, or of all replicas of a
    /// shard that has a line for them.
    private static OptionalDouble highest(
            List<Reading> readings, Function<Reading, Optional<Double>> figure, List<String> of) {
        boolean isWhole =
                of.stream()
                        .allMatch(
                                shard ->
                                        readings.stream()
                                                .anyMatch(
                                                        each ->
                                                                each.shard().equals(shard)
                                                                        && each.role()
                                                                                == Role.PRIMARY));
        List<Reading> these = readings.stream().filter(each -> of.contains(each.shard())).toList();
        return isWhole && these.stream().allMatch(each -> figure.apply(each).isPresent())
                ? these.stream().mapToDouble(each -> figure.apply(each).orElseThrow()).max()
                : OptionalDouble.empty();
    }

    /// How many times the traffic of before there is now. Empty if it is unknown.
    private Optional<Double> factor() {
        OptionalDouble then = traffic(before, known(before));
        OptionalDouble now = traffic(after, concerned());
        if (then.isEmpty() || now.isEmpty()) {
            return Optional.empty();
        }
        return then.getAsDouble() < LEAST_TRAFFIC
                ? Optional.of(1.0)
                : Optional.of(now.getAsDouble() / then.getAsDouble());
    }

    /// What clients ask for by the second: replicas' writes are the stream from their primaries.
    private static OptionalDouble traffic(List<Reading> readings, List<String> of) {
        List<Reading> these = readings.stream().filter(each -> of.contains(each.shard())).toList();
        boolean isKnown =
                !these.isEmpty()
                        && these.stream()
                                .allMatch(
                                        each ->
                                                each.reads().isPresent()
                                                        && each.writes().isPresent());
        return isKnown
                ? OptionalDouble.of(these.stream().mapToDouble(Comparison::asked).sum())
                : OptionalDouble.empty();
    }

    private static double asked(Reading reading) {
        double reads = reading.reads().orElseThrow() * reading.nodes();
        return switch (reading.role()) {
            case PRIMARY -> reads + reading.writes().orElseThrow();
            case REPLICA -> reads;
        };
    }
}
