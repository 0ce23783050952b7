package headroom.benchmarks.relief;

import headroom.elasticache.Policy;
import headroom.simulated.elasticache.load.LoadModel;
import headroom.simulated.elasticache.load.NodeMetric;
import headroom.simulated.elasticache.load.Noise;
import headroom.simulated.elasticache.load.Shape;
import headroom.simulated.elasticache.load.SlotSet;

import software.amazon.awssdk.services.elasticache.ElastiCacheClient;
import software.amazon.awssdk.services.elasticache.model.ConfigureShard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Knows what is wrong and what will be asked of the group, and takes the smallest step that is
/// enough, in the moment of the alarm. It keeps to what the owner has decided: the ceilings, the
/// largest step, the load that new shards should carry, and whether a backup comes first. It
/// notices at once when that has ended, and does nothing twice.
///
/// What is enough it does not estimate: it asks the model of the load itself.
record Oracle(Story story, Instant at) {
    /// Of its limit, on the busiest node: a step that leaves less than a tenth has to be repeated
    /// at the next breath.
    private static final double ENOUGH = 0.9;

    /// Percent of a processor, up to which AWS advises to load the one thread.
    private static final double CARRIES = 90;

    /// Percent of a processor.
    private static final double TOO_BUSY_TO_MOVE_SLOTS = 80;

    private static final int MOST_REPLICAS = 5;
    private static final double PERCENT = 100;

    /// @param nodes that it makes
    private record Step(int nodes, Shape after, boolean grows, Consumer<ElastiCacheClient> call) {}

    /// The step; empty if none is right, or none of those that are allowed helps at all.
    Outcome play() {
        World world = new World(story.setup());
        Shape before = world.elastiCache().shape();
        Optional<Step> step = step(before);
        step.ifPresent(
                each ->
                        world.scheduler()
                                .after(
                                        Duration.between(World.START, at),
                                        () -> backup(world, each)));
        world.run(Duration.between(World.START, at).plus(Tale.AFTER_THE_ALARM));
        return Outcome.of(before, world.elastiCache().shape(), Tale.levels(world, story, at), at);
    }

    private void backup(World world, Step step) {
        if (!policy().backup()) {
            step.call().accept(world.elastiCache());
            return;
        }
        world.elastiCache()
                .createSnapshot(
                        request ->
                                request.snapshotName("oracle")
                                        .replicationGroupId(story.setup().group().id()));
        world.scheduler()
                .after(
                        story.setup().elastiCache().times().backup(),
                        () ->
                                world.scheduler()
                                        .after(
                                                Duration.ZERO,
                                                () -> step.call().accept(world.elastiCache())));
    }

    private Optional<Step> step(Shape shape) {
        return candidates(shape).filter(this::isEnough).findFirst().or(() -> largest(shape));
    }

    /// Where a ceiling keeps it from being enough.
    private Optional<Step> largest(Shape shape) {
        double now = worst(shape, 1);
        return candidates(shape)
                .reduce(
                        (one, other) ->
                                worst(other.after(), 1) < worst(one.after(), 1) ? other : one)
                .filter(each -> worst(each.after(), 1) < ENOUGH * now);
    }

    private Stream<Step> candidates(Shape shape) {
        return switch (story.cause().cure()) {
            case REBALANCE ->
                    Stream.concat(Stream.of(spread(shape, shape.shards().size())), shards(shape));
            case SHARDS -> shards(shape);
            case REPLICAS -> Stream.concat(replicas(shape), shards(shape));
            case EITHER ->
                    Stream.concat(replicas(shape), shards(shape))
                            .sorted(Comparator.comparingInt(Step::nodes));
            case CLIENTS, NONE -> Stream.empty();
        };
    }

    /// ElastiCache advises against moving slots from a processor that is too busy.
    private boolean isCalmEnough(Shape shape) {
        return figures(shape, 1, at)
                .map(each -> each.getOrDefault(NodeMetric.ENGINE_CPU, 0.0))
                .allMatch(each -> each < TOO_BUSY_TO_MOVE_SLOTS);
    }

    private Stream<Step> shards(Shape shape) {
        if (!isCalmEnough(shape)) {
            return Stream.empty();
        }
        int present = shape.shards().size();
        int most = Math.min(policy().maxShards(), present + policy().maxStep());
        return IntStream.rangeClosed(present + 1, most).mapToObj(each -> spread(shape, each));
    }

    /// With the slots spread over so many shards.
    private Step spread(Shape shape, int number) {
        int present = shape.shards().size();
        int nodes =
                shape.shards().stream().mapToInt(each -> each.nodes().size()).min().orElseThrow();
        List<SlotSet> slots = SlotSet.spread(number);
        List<Shape.Shard> after = new ArrayList<>();
        for (int each = 0; each < number; each++) {
            String id = "oracle-" + each;
            after.add(
                    new Shape.Shard(
                            id,
                            slots.get(each),
                            nodes(
                                    id,
                                    shape,
                                    each < present
                                            ? shape.shards().get(each).nodes().size()
                                            : nodes)));
        }
        return new Step(
                (number - present) * nodes,
                new Shape(after),
                number > present,
                client ->
                        client.modifyReplicationGroupShardConfiguration(
                                request ->
                                        request.replicationGroupId(story.setup().group().id())
                                                .nodeGroupCount(number)
                                                .applyImmediately(true)));
    }

    private static List<Shape.Node> nodes(String shard, Shape like, int count) {
        var kind = like.shards().getFirst().nodes().getFirst().kind();
        return IntStream.range(0, count)
                .mapToObj(
                        each ->
                                new Shape.Node(
                                        shard + "-" + each,
                                        kind,
                                        each == 0,
                                        each == 0,
                                        Shape.Sync.IN_STEP,
                                        false))
                .toList();
    }

    /// On the one shard that is hot, or on all.
    private Stream<Step> replicas(Shape shape) {
        int most = Math.min(MOST_REPLICAS, policy().maxReplicasPerShard());
        Optional<String> one =
                story.cause() == Cause.HOT_READS ? Optional.of(hottest(shape)) : Optional.empty();
        int present =
                shape.shards().stream()
                        .filter(each -> one.isEmpty() || each.id().equals(one.get()))
                        .mapToInt(each -> each.nodes().size() - 1)
                        .max()
                        .orElseThrow();
        return IntStream.rangeClosed(present + 1, most)
                .mapToObj(each -> replicated(shape, one, each));
    }

    private Step replicated(Shape shape, Optional<String> one, int to) {
        List<Shape.Shard> after =
                shape.shards().stream()
                        .map(
                                each ->
                                        one.isEmpty() || each.id().equals(one.get())
                                                ? new Shape.Shard(
                                                        each.id(),
                                                        each.slots(),
                                                        nodes(each.id(), shape, to + 1))
                                                : each)
                        .toList();
        int before = shape.shards().stream().mapToInt(each -> each.nodes().size()).sum();
        int now = after.stream().mapToInt(each -> each.nodes().size()).sum();
        return new Step(
                now - before,
                new Shape(after),
                false,
                client ->
                        client.increaseReplicaCount(
                                request -> {
                                    request.replicationGroupId(story.setup().group().id())
                                            .applyImmediately(true);
                                    one.ifPresentOrElse(
                                            shard ->
                                                    request.replicaConfiguration(
                                                            ConfigureShard.builder()
                                                                    .nodeGroupId(shard)
                                                                    .newReplicaCount(to)
                                                                    .build()),
                                            () -> request.newReplicaCount(to));
                                }));
    }

    private String hottest(Shape shape) {
        return shape.shards().stream()
                .max(
                        (one, other) ->
                                Double.compare(
                                        worst(new Shape(List.of(one)), 1),
                                        worst(new Shape(List.of(other)), 1)))
                .orElseThrow()
                .id();
    }

    private boolean isEnough(Step step) {
        return worst(step.after(), 1) <= ENOUGH
                && (!step.grows()
                        || worst(step.after(), policy().headroomFactor())
                                <= CARRIES / policy().cpuPercent());
    }

    /// Of its limit, on the busiest node at the story's worst, at so many times its traffic.
    private double worst(Shape shape, double times) {
        return figures(shape, times, at.plus(Tale.AFTER_THE_ALARM))
                .mapToDouble(this::level)
                .max()
                .orElseThrow();
    }

    private Stream<Map<NodeMetric, Double>> figures(Shape shape, double times, Instant minute) {
        return new LoadModel(story.setup().figures().costs(), World.START, new Noise(0))
                .figures(shape, story.setup().traffic().times(times), minute).values().stream();
    }

    private double level(Map<NodeMetric, Double> figures) {
        return Stream.of(
                        figures.getOrDefault(NodeMetric.ENGINE_CPU, 0.0) / policy().cpuPercent(),
                        figures.getOrDefault(NodeMetric.MEMORY, 0.0) / policy().memoryPercent(),
                        figures.getOrDefault(NodeMetric.BASELINE_IN, 0.0) / PERCENT,
                        figures.getOrDefault(NodeMetric.BASELINE_OUT, 0.0) / PERCENT)
                .mapToDouble(Double::doubleValue)
                .max()
                .orElseThrow();
    }

    private Policy policy() {
        return story.setup().policy();
    }
}
