package headroom.elasticache.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.elasticache.group.Member;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

final class NodeFiguresTest {
    private static final Instant FROM = Instant.parse("2026-11-22T04:13:00Z");

    /// Both as percent in each of three minutes; `.` where there is no figure.
    @ParameterizedTest(name = "{0}: {1} and {2}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    cache.r7g.xlarge | 30 40 50 | 90 90 90 | 30 40 50
                    cache.new        | 30 40 50 | 90 90 90 | 30 40 50
                    cache.r7g.xlarge | 30 40 50 | .  .  .  | 30 40 50
                    cache.r7g.large  | 30 40 50 | 10 30 90 | 30 60 100
                    cache.t4g.micro  | 30 40 50 | 10 30 90 | 30 60 100
                    cache.t2.micro   | 30 40 50 | 10 30 90 | 30 40 90
                    cache.r7g.large  | 30 40 50 | 10 .  30 | 30 60
                    cache.r7g.large  | 30 .  50 | 10 30 30 | 30 60
                    cache.r7g.large  | 30 40 50 | .  .  .  | nothing
                    """)
    void loadIsWhatIsShortFirst(String type, String engine, String all, String load) {
        var node =
                new NodeFigures(
                        new Member(
                                "a", "0001", "available", type, Optional.empty(), Optional.empty()),
                        Map.of(Metric.ENGINE_CPU, minutes(engine), Metric.CPU, minutes(all)));
        assertEquals(
                load.equals("nothing")
                        ? List.of()
                        : List.of(load.split(" ", -1)).stream().map(Double::valueOf).toList(),
                List.copyOf(node.load().byMinute().values()));
    }

    @Test
    void whatWritesABackupIsNoLoad() {
        var node =
                new NodeFigures(
                        new Member(
                                "a",
                                "0001",
                                "available",
                                "cache.r7g.large",
                                Optional.empty(),
                                Optional.empty()),
                        Map.of(
                                Metric.ENGINE_CPU,
                                minutes("30 40 50 60"),
                                Metric.CPU,
                                minutes("30 90 90 40"),
                                Metric.SAVING,
                                minutes("0 1 1 .")));
        assertEquals(List.of(60.0, 40.0, 50.0, 80.0), List.copyOf(node.load().byMinute().values()));
    }

    private static Series minutes(String values) {
        String[] each = values.split(" +", -1);
        var minutes = new TreeMap<Instant, Double>();
        for (int i = 0; i < each.length; i++) {
            if (!each[i].equals(".")) {
                minutes.put(FROM.plusSeconds(60L * i), Double.valueOf(each[i]));
            }
        }
        return new Series(minutes);
    }
}
