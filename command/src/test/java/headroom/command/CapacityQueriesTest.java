package headroom.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import static java.util.stream.Collectors.joining;

import headroom.command.cluster.Access;
import headroom.command.cluster.Services;
import headroom.elasticache.figures.Metric;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import software.amazon.awssdk.protocols.jsoncore.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;

/// What CloudWatch is asked is what Headroom itself asks, and what it answers suffices.
final class CapacityQueriesTest {
    private static final String ALONE = "./capacity asks ElastiCache alone";

    @TempDir private Path folder;

    @Test
    void eachMetricOfEachNodeIsAskedForAsHeadroomDoes() {
        JsonNode root = JsonNode.parser().parse(queries(3).out());
        Set<String> asked = new TreeSet<>();
        for (JsonNode each : root.field("MetricDataQueries").orElseThrow().asArray()) {
            JsonNode stat = each.field("MetricStat").orElseThrow();
            JsonNode metric = stat.field("Metric").orElseThrow();
            asked.add(
                    "%s %s %s %s %s"
                            .formatted(
                                    text(metric, "Namespace"),
                                    text(metric, "MetricName"),
                                    metric.field("Dimensions").orElseThrow().asArray().stream()
                                            .map(
                                                    one ->
                                                            text(one, "Name")
                                                                    + "="
                                                                    + text(one, "Value"))
                                            .collect(joining(",")),
                                    text(stat, "Stat"),
                                    stat.field("Period").orElseThrow().asNumber()));
        }
        Set<String> expected = new TreeSet<>();
        for (Metric metric : Metric.values()) {
            for (int shard = 1; shard <= 3; shard++) {
                for (int node = 1; node <= 2; node++) {
                    expected.add(
                            "AWS/ElastiCache %s CacheClusterId=%s,CacheNodeId=0001 %s 60"
                                    .formatted(
                                            metric.inCloudWatch(),
                                            ShownGroup.node(shard, node),
                                            metric.statistic()));
                }
            }
        }
        assertEquals(expected, asked);
        assertEquals("2026-11-27T20:00:00Z", text(root, "StartTime"));
        assertEquals("2026-11-27T20:15:00Z", text(root, "EndTime"));
    }

    @Test
    void whatCloudWatchAnswersSuffices() throws IOException {
        Files.writeString(folder.resolve("figures.json"), answer(queries(3).out()));

        Typing typing = Typing.of(folder, "figures.json");

        assertEquals(Headroom.DONE, typing.status(), typing::err);
        assertTrue(
                typing.out()
                        .startsWith(
                                """
                                Group sessions: cluster mode enabled, 3 shards, 6 nodes of cache.r7g.xlarge.
                                Judged: 2026-11-27 20:00Z to 2026-11-27 20:15Z.\
                                """),
                typing::out);
    }

    @Test
    void aLargeGroupTakesSeveralCallsAndFiles() throws IOException {
        Typing whole = queries(12);
        assertEquals(Headroom.TO_DO, whole.status());
        assertEquals(
                """
                sessions has 24 nodes, and CloudWatch takes 500 queries a call, so it takes 2 calls. Ask for each:
                  ./capacity --queries sessions --part 1 > queries-1.json
                  ./capacity --queries sessions --part 2 > queries-2.json
                """,
                whole.err());
        Files.writeString(folder.resolve("1.json"), answer(queries(12, "--part", "1").out()));
        Files.writeString(folder.resolve("2.json"), answer(queries(12, "--part", "2").out()));

        Typing typing = Typing.of(folder, "1.json", "2.json");

        assertEquals(Headroom.DONE, typing.status(), typing::err);
        assertTrue(typing.out().contains("12 shards, 24 nodes"), typing::out);
        assertEquals("There is no part 3: sessions takes 2.\n", queries(12, "--part", "3").err());
    }

    @Test
    void aGroupThatIsNotThereIsNamed() {
        Typing typing = asked(3, "--queries", "session");
        assertEquals(Headroom.TO_DO, typing.status());
        assertTrue(
                typing.err().startsWith("There is no replication group session in this account"),
                typing::err);
    }

    @Test
    void whatIsUnderWayIsSaid() throws IOException {
        String group = Files.readString(Path.of("..", "docs/capacity/group.json"));
        Files.writeString(
                folder.resolve("group.json"), group.replace("\"available\"", "\"modifying\""));
        Typing typing = Typing.of(folder, "--queries", "group.json");
        assertEquals(Headroom.DONE, typing.status());
        assertTrue(
                typing.err().startsWith("Its figures may say little, since something is under way"),
                typing::err);
    }

    @Test
    void aWrongDescriptionIsAnsweredWithEveryMistake() throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("group.json"),
                        """
                        {"ReplicationGroups": [{"ReplicationGroupId": "a", "Status": "available", "NodeGroups": [
                          {"NodeGroupId": "0001", "Status": "available", "NodeGroupMembers": []}]}]}
                        """);
        String way =
                "Save what aws elasticache describe-replication-groups --replication-group-id GROUP"
                        + " prints";
        assertEquals(
                """
                %1$s cannot be judged. 2 things are wrong:
                - %1$s: ReplicationGroups[0].NodeGroups.NodeGroupMembers is empty; expected at least one member. %2$s.
                - %1$s: ReplicationGroups[0].CacheNodeType is missing; expected what ElastiCache calls it. %2$s.
                docs/capacity.md has what a file may hold.
                """
                        .formatted(file, way),
                Typing.of(folder, "--queries", "group.json").err());
    }

    private static Typing queries(int shards, String... more) {
        List<String> words = new ArrayList<>(List.of("--queries", "sessions"));
        words.addAll(List.of(more));
        return asked(shards, words.toArray(String[]::new));
    }

    private static Typing asked(int shards, String... words) {
        Function<Access, Services> services =
                _ ->
                        new Services(
                                "eu-west-1",
                                () -> fail(ALONE),
                                () -> fail(ALONE),
                                () -> fail(ALONE),
                                () -> fail(ALONE),
                                () -> fail(ALONE),
                                () -> fail(ALONE),
                                () -> fail(ALONE),
                                () -> new ShownGroup(shards));
        return Typing.of(Path.of(""), services, words);
    }

    /// As CloudWatch would: each query's identifier and label, and a quarter of an hour of figures.
    private static String answer(String queries) {
        JsonNode root = JsonNode.parser().parse(queries);
        return root.field("MetricDataQueries").orElseThrow().asArray().stream()
                .map(
                        each ->
                                """
                                {"Id": "%s", "Label": "%s", "Timestamps": [%s], "Values": [%s], "StatusCode": "Complete"}\
                                """
                                        .formatted(
                                                text(each, "Id"),
                                                text(each, "Label"),
                                                minutes(
                                                        one ->
                                                                "\"2026-11-27T20:%02d:00+00:00\""
                                                                        .formatted(one)),
                                                minutes(_ -> value(text(each, "Label")))))
                .collect(joining(",\n", "{\"MetricDataResults\": [", "]}"));
    }

    private static String minutes(Function<Integer, String> each) {
        return IntStream.range(0, 15).boxed().map(each).collect(joining(", "));
    }

    private static String value(String label) {
        Map<String, String> values =
                new TreeMap<>(
                        Map.of(
                                "ProcessedCommands", "60000",
                                "GetTypeCmds", "40000",
                                "SetTypeCmds", "15000",
                                "EngineCPUUtilization", "20",
                                "IsMaster", label.contains("-001/") ? "1" : "0"));
        return values.entrySet().stream()
                .filter(each -> label.contains("metric=" + each.getKey() + " "))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("0");
    }

    private static String text(JsonNode node, String field) {
        return node.field(field).orElseThrow().text();
    }
}
