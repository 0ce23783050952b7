package headroom.elasticache.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.elasticache.CloudWatchStub;
import headroom.elasticache.ElastiCacheStub;
import headroom.elasticache.Policy;
import headroom.elasticache.Settings;
import headroom.elasticache.group.Change;
import headroom.elasticache.group.ClusterMode;
import headroom.elasticache.group.Role;
import headroom.step.Json;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

final class MeasureEffectTest {
    private static final Instant NOW = Instant.parse("2026-11-22T04:30:00Z");

    private static final List<Reading> BEFORE =
            List.of(
                    new Reading(
                            "0001",
                            Role.PRIMARY,
                            1,
                            Optional.of(90.0),
                            Optional.of(50.0),
                            Optional.of(100.0),
                            Optional.of(10.0),
                            Optional.of(20.0),
                            Optional.of(1.0)));

    private final ElastiCacheStub elastiCache = new ElastiCacheStub();
    private final CloudWatchStub cloudWatch =
            new CloudWatchStub().answer(MeasureEffectTest::figure);

    private static @Nullable Double figure(String node, String metric) {
        return switch (metric) {
            case "IsMaster" -> node.endsWith("-001") ? 1.0 : 0.0;
            case "EngineCPUUtilization", "CPUUtilization" -> 20.0;
            case "DatabaseMemoryUsageCountedForEvictPercentage" -> 25.04;
            case "GetTypeCmds" -> node.endsWith("-001") ? 3_000.0 : 0.0;
            case "SetTypeCmds" -> 300.0;
            case "CurrConnections" -> 20.0;
            case "NewConnections" -> 61.0;
            default -> null;
        };
    }

    @Test
    void answersWithTheSameFiguresAsThePlans() {
        MeasureEffect.Answer answer = measure(Duration.ofMinutes(14));

        assertEquals(Effect.IMPROVED, answer.effect());
        assertEquals(4, answer.after().size());
        assertEquals(
                new Reading(
                        "0001",
                        Role.PRIMARY,
                        1,
                        Optional.of(40.0),
                        Optional.of(25.0),
                        Optional.of(50.0),
                        Optional.of(5.0),
                        Optional.of(20.0),
                        Optional.of(1.0)),
                answer.after().getFirst());
        assertTrue(
                Json.text(Json.write(answer)).startsWith("{\"effect\":\"improved\",\"after\":[{"));
    }

    @Test
    void measuresNothingBeforeTenMinutesHavePassed() {
        assertEquals(Effect.IMPROVED, measure(Duration.ofMinutes(12)).effect());
        assertEquals(Effect.UNMEASURED, measure(Duration.ofMinutes(11)).effect());
        assertEquals(Effect.UNMEASURED, measure(Duration.ZERO).effect());
    }

    @Test
    void measuresNothingWhereItIsNotCertainWhichThePrimaryIs() {
        cloudWatch.answer(
                (node, metric) ->
                        metric.equals("IsMaster") ? Double.valueOf(1) : figure(node, metric));

        MeasureEffect.Answer answer = measure(Duration.ofMinutes(14));
        assertEquals(Effect.UNMEASURED, answer.effect());
        assertEquals(List.of(), answer.after());
    }

    /// What travels through the state machine holds 256 KiB.
    @Test
    void fitsIntoAPayloadTwiceWithFiveHundredNodes() {
        elastiCache.without("0001").without("0002");
        for (int shard = 1; shard <= 250; shard++) {
            elastiCache.shard("%04d".formatted(shard), "0-1", 2);
        }

        assertTrue(Json.write(measure(Duration.ofMinutes(14))).length < 256 * 1024 / 2);
    }

    @Test
    void tellsTheClusterModeThatTheGroupHas() {
        Change mode = new Change.SwitchMode(ClusterMode.COMPATIBLE, ClusterMode.ENABLED);
        MeasureEffect.Answer answer = measure(mode, Duration.ofMinutes(14));
        assertEquals(Effect.MIGRATED, answer.effect());
        assertEquals(
                "Cluster mode is enabled now. Such a change relieves nothing, so nothing is"
                        + " compared.",
                answer.sentence());
    }

    @Test
    void saysSoWhereSomebodyHasChangedTheClusterModeSince() {
        elastiCache.group(it -> it.clusterMode("compatible"));
        Change mode = new Change.SwitchMode(ClusterMode.COMPATIBLE, ClusterMode.DISABLED);
        MeasureEffect.Answer answer = measure(mode, Duration.ofMinutes(14));
        assertEquals(Effect.MIGRATED, answer.effect());
        assertEquals(
                "Cluster mode was disabled when the step was done, and somebody has changed it"
                        + " since: sessions is available with 2 shards and 4 nodes of"
                        + " cache.r7g.large, cluster mode compatible. Such a change relieves"
                        + " nothing, so nothing is compared.",
                answer.sentence());
    }

    private MeasureEffect.Answer measure(Duration after) {
        return measure(new Change.AddShards(1, 2), after);
    }

    private MeasureEffect.Answer measure(Change change, Duration after) {
        return new MeasureEffect(
                        elastiCache,
                        cloudWatch,
                        new Settings("sessions", Policy.upTo(6, 3), 3),
                        Clock.fixed(NOW, ZoneOffset.UTC))
                .run(new MeasureEffect.Input(change, BEFORE, NOW.minus(after)));
    }
}
