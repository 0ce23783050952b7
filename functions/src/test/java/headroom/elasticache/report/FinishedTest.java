package headroom.elasticache.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.elasticache.Outcome;
import headroom.elasticache.group.Change;
import headroom.elasticache.group.ClusterMode;
import headroom.step.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

final class FinishedTest {
    record Row(Change change, String before, String after) {}

    static Stream<Row> rows() {
        return Stream.of(
                new Row(
                        new Change.AddReplicas("0002", 1, 2),
                        "{\"shard\":\"0002\",\"replicas\":1}",
                        "{\"shard\":\"0002\",\"replicas\":2}"),
                new Row(
                        new Change.AddReplicasToAll(0, 1),
                        "{\"replicasPerShard\":0}",
                        "{\"replicasPerShard\":1}"),
                new Row(new Change.AddShards(3, 5), "{\"shards\":3}", "{\"shards\":5}"),
                new Row(new Change.Rebalance(3), "{\"shards\":3}", "{\"shards\":3}"),
                new Row(
                        new Change.SwitchMode(ClusterMode.DISABLED, ClusterMode.COMPATIBLE),
                        "{\"clusterMode\":\"disabled\"}",
                        "{\"clusterMode\":\"compatible\"}"),
                new Row(
                        new Change.ChangeNodeType("cache.r7g.large", "cache.r7g.xlarge"),
                        "{\"nodeType\":\"cache.r7g.large\"}",
                        "{\"nodeType\":\"cache.r7g.xlarge\"}"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void tellsWhatTheStepWasAbout(Row row) {
        assertEquals(
                "{\"outcome\":\"improved\",\"before\":%s,\"after\":%s}"
                        .formatted(row.before(), row.after()),
                event(Runs.of(Outcome.IMPROVED).measured(row.change(), "It helped.")));
    }

    @Test
    void leavesOutWhatWasNotSeen() {
        assertEquals("{\"outcome\":\"failed\"}", event(Runs.of(Outcome.FAILED)));
    }

    private static String event(Runs run) {
        return Json.text(Json.write(run.told().event()));
    }
}
