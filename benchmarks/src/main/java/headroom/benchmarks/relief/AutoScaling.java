package headroom.benchmarks.relief;

import headroom.elasticache.figures.Metric;
import headroom.simulated.elasticache.load.Shape;

import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.elasticache.model.ElastiCacheException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntConsumer;

/// Application Auto Scaling, as its documentation says of ElastiCache: one policy that adds shards
/// for the mean of all primaries' processors, one for the mean of memory, and one that adds
/// replicas to all shards for the mean of all replicas' processors. Each tracks a target, adds by
/// how far the mean is over it, and rests after that.
///
/// It is a model with every advantage: the same ceilings and the same limits as Headroom's alarms,
/// three minutes over them are enough, no backup is taken, nothing is ever made smaller, and a call
/// that is refused is made again a minute later.
final class AutoScaling {
    private static final int MINUTES_OVER = 3;
    private static final int MOST_REPLICAS = 5;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /// Figures are a minute late, and some two more.
    private static final Duration LATE = Duration.ofMinutes(3);

    private static final Duration COOLDOWN = Duration.ofMinutes(10);

    /// Of the present shards, added at the least.
    private static final double LEAST_PART = 0.2;

    private final Story story;
    private final World world;
    private Instant restsUntil = Instant.MIN;

    private AutoScaling(Story story, World world) {
        this.story = story;
        this.world = world;
    }

    static Outcome play(Story story, Instant alarm) {
        World world = new World(story.setup());
        Shape before = world.elastiCache().shape();
        new AutoScaling(story, world).begin();
        world.run(Duration.between(World.START, alarm).plus(Tale.AFTER_THE_ALARM));
        return Outcome.of(
                before, world.elastiCache().shape(), Tale.levels(world, story, alarm), alarm);
    }

    private void begin() {
        world.scheduler()
                .after(
                        MINUTE,
                        () -> {
                            look();
                            begin();
                        });
    }

    private void look() {
        if (world.elastiCache().isChanging()) {
            restsUntil = world.scheduler().now().plus(COOLDOWN);
        }
        if (world.scheduler().now().isBefore(restsUntil)) {
            return;
        }
        Shape shape = world.elastiCache().shape();
        int cpu = story.setup().policy().cpuPercent();
        int memory = story.setup().policy().memoryPercent();
        int shards = shape.shards().size();
        over(Metric.ENGINE_CPU, "Primary", cpu).ifPresent(part -> shards(shards, part));
        over(Metric.MEMORY, "", memory).ifPresent(part -> shards(shards, part));
        over(Metric.ENGINE_CPU, "Replica", cpu).ifPresent(_ -> replicas(shape));
    }

    /// By which part the mean is over its target; empty if it is not, or was not in each of three
    /// minutes.
    private OptionalDouble over(Metric metric, String role, double target) {
        List<Dimension> dimensions = new ArrayList<>();
        dimensions.add(dimension("ReplicationGroupId", story.setup().group().id()));
        if (!role.isEmpty()) {
            dimensions.add(dimension("Role", role));
        }
        Instant to = world.scheduler().now().minus(LATE);
        List<Double> means =
                world
                        .series()
                        .samples(
                                software.amazon.awssdk.services.cloudwatch.model.Metric.builder()
                                        .namespace("AWS/ElastiCache")
                                        .metricName(metric.inCloudWatch())
                                        .dimensions(dimensions)
                                        .build(),
                                to.minus(MINUTE.multipliedBy(MINUTES_OVER)),
                                to)
                        .values()
                        .stream()
                        .map(
                                each ->
                                        each.stream()
                                                .mapToDouble(Double::doubleValue)
                                                .average()
                                                .orElse(0))
                        .toList();
        return means.size() >= MINUTES_OVER && means.stream().allMatch(each -> each > target)
                ? OptionalDouble.of(means.getLast() / target - 1)
                : OptionalDouble.empty();
    }

    private static Dimension dimension(String name, String value) {
        return Dimension.builder().name(name).value(value).build();
    }

    /// The larger of the part by which the mean is over, and a fifth.
    private void shards(int present, double part) {
        int more = (int) Math.ceil(present * Math.max(part, LEAST_PART));
        int to = Math.min(story.setup().policy().maxShards(), present + more);
        if (to > present) {
            ask(
                    number ->
                            world.elastiCache()
                                    .modifyReplicationGroupShardConfiguration(
                                            request ->
                                                    request.replicationGroupId(
                                                                    story.setup().group().id())
                                                            .nodeGroupCount(number)
                                                            .applyImmediately(true)),
                    to);
        }
    }

    /// One on each shard: more only where the mean is more than twice its target, which it cannot
    /// be.
    private void replicas(Shape shape) {
        int most = Math.min(MOST_REPLICAS, story.setup().policy().maxReplicasPerShard());
        int to =
                1
                        + shape.shards().stream()
                                .mapToInt(each -> each.nodes().size() - 1)
                                .max()
                                .orElse(0);
        if (to <= most) {
            ask(
                    number ->
                            world.elastiCache()
                                    .increaseReplicaCount(
                                            request ->
                                                    request.replicationGroupId(
                                                                    story.setup().group().id())
                                                            .newReplicaCount(number)
                                                            .applyImmediately(true)),
                    to);
        }
    }

    private void ask(IntConsumer call, int number) {
        try {
            call.accept(number);
            restsUntil = world.scheduler().now().plus(COOLDOWN);
        } catch (ElastiCacheException refused) {
            restsUntil = world.scheduler().now();
        }
    }
}
