package headroom.elasticache.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.elasticache.figures.GroupFigures;
import headroom.elasticache.figures.Metric;
import headroom.elasticache.figures.NodeFigures;
import headroom.elasticache.figures.Series;
import headroom.elasticache.figures.ShardFigures;
import headroom.elasticache.group.ClusterMode;
import headroom.elasticache.group.Engine;
import headroom.elasticache.group.Group;
import headroom.elasticache.group.Member;
import headroom.elasticache.group.Role;
import headroom.elasticache.group.Shard;
import headroom.step.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

final class ReadingsTest {
    private static final Instant FROM = Instant.parse("2026-11-22T04:13:00Z");
    private static final int MOST_BYTES = 80_000;

    @Test
    void isTheMeanOfARolesNodesToATenth() {
        assertEquals(
                List.of(
                        reading(Role.PRIMARY, 1, 71.1, 1185.2, 71_110.0),
                        reading(Role.REPLICA, 2, 20.1, 334.2, 20_050.0)),
                Readings.of(
                        group(
                                List.of(
                                        new ShardFigures(
                                                shard("0001", 3),
                                                Optional.of(node(71.11)),
                                                List.of(node(10), node(30.1)))))));
    }

    private static Reading reading(
            Role role, int nodes, double percent, double perSecond, double connections) {
        return new Reading(
                "0001",
                role,
                nodes,
                Optional.of(percent),
                Optional.of(percent),
                Optional.of(perSecond),
                Optional.of(perSecond),
                Optional.of(connections),
                Optional.of(perSecond));
    }

    @Test
    void whatIsUnknownOfOneNodeIsUnknownOfItsRole() {
        Reading replicas =
                Readings.of(
                                group(
                                        List.of(
                                                new ShardFigures(
                                                        shard("0001", 3),
                                                        Optional.of(node(50)),
                                                        List.of(node(10), silent())))))
                        .getLast();
        assertEquals(
                new Reading(
                        "0001",
                        Role.REPLICA,
                        2,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                replicas);
    }

    @Test
    void ofAShardWithoutACertainPrimaryThereIsNothing() {
        assertEquals(
                List.of(),
                Readings.of(
                        group(
                                List.of(
                                        new ShardFigures(
                                                shard("0001", 2),
                                                Optional.empty(),
                                                List.of(node(10), node(20)))))));
    }

    /// They travel through the state machine twice, whose state has 256 KiB.
    @ParameterizedTest
    @CsvSource({"500, 0, 500", "250, 1, 500", "83, 5, 166"})
    void fiveHundredNodesStaySmall(int shards, int replicas, int readings) {
        List<ShardFigures> all =
                IntStream.rangeClosed(1, shards)
                        .mapToObj(
                                each ->
                                        new ShardFigures(
                                                shard("%04d".formatted(each), 1 + replicas),
                                                Optional.of(node(98.76 - each / 1000.0)),
                                                IntStream.range(0, replicas)
                                                        .mapToObj(_ -> node(87.65))
                                                        .toList()))
                        .toList();
        List<Reading> found = Readings.of(group(all));
        assertEquals(readings, found.size());
        record Both(List<Reading> readings) {}
        int bytes = Json.write(new Both(found)).length;
        assertTrue(bytes < MOST_BYTES, () -> bytes + " bytes");
    }

    private static GroupFigures group(List<ShardFigures> shards) {
        var group =
                new Group(
                        "sessions",
                        "available",
                        ClusterMode.ENABLED,
                        new Engine("valkey", "8.0"),
                        "cache.r7g.xlarge",
                        shards.stream().map(ShardFigures::shard).toList(),
                        true,
                        true,
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        return new GroupFigures(group, FROM, FROM.plus(Duration.ofMinutes(15)), shards);
    }

    private static Shard shard(String id, int nodes) {
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < nodes; i++) {
            members.add(member());
        }
        return new Shard(id, "available", Optional.empty(), members);
    }

    private static Member member() {
        return new Member(
                "sessions-0001-001",
                "0001",
                "available",
                "cache.r7g.xlarge",
                Optional.empty(),
                Optional.empty());
    }

    private static NodeFigures silent() {
        return new NodeFigures(member(), Map.of());
    }

    /// Of the percentages it has the value, and of all that is counted a thousand times that in a
    /// minute.
    private static NodeFigures node(double value) {
        Map<Metric, Series> series = new EnumMap<>(Metric.class);
        for (Metric each : Metric.values()) {
            series.put(
                    each,
                    minutes(
                            each == Metric.ENGINE_CPU || each == Metric.MEMORY
                                    ? value
                                    : 1_000 * value));
        }
        return new NodeFigures(member(), series);
    }

    private static Series minutes(double value) {
        var minutes = new TreeMap<Instant, Double>();
        for (int i = 0; i < 15; i++) {
            minutes.put(FROM.plusSeconds(60L * i), value);
        }
        return new Series(minutes);
    }
}
