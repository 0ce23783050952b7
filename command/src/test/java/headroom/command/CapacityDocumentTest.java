package headroom.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.util.stream.Collectors.joining;

import headroom.elasticache.figures.Metric;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// docs/capacity.md tells of each figure what is so.
final class CapacityDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "capacity.md");
    private static final Pattern ROW =
            Pattern.compile("\\| `(\\w+)` \\| (Sum|Average|Maximum) \\| (.*) \\| (.*) \\|");
    private static final Pattern BOUND = Pattern.compile("0 to (\\d+)");

    /// Of the network, without which the rest is judged.
    private static final String OF_THE_NETWORK = "for the network";

    private static final String ALL_IS_KNOWN = "It carries 2.0 times the load as it is.";
    private static final String NETWORK_IS_NOT =
            "It carries 2.0 times the load as it is, as far as is known.";
    private static final String NOTHING_IS = "Whether it carries 2.0 times the load is not known.";

    @TempDir private Path folder;

    private static Map<String, Matcher> rows() throws IOException {
        Map<String, Matcher> rows = new TreeMap<>();
        for (String line : Files.readAllLines(DOCUMENT)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                rows.put(row.group(1), row);
            }
        }
        return rows;
    }

    private static Matcher row(Metric metric) throws IOException {
        return Optional.ofNullable(rows().get(metric.inCloudWatch())).orElseThrow();
    }

    @Test
    void listsAllFiguresWithTheirStatistics() throws IOException {
        assertEquals(
                Arrays.stream(Metric.values())
                        .map(each -> each.inCloudWatch() + " " + each.statistic())
                        .sorted()
                        .toList(),
                rows().values().stream().map(each -> each.group(1) + " " + each.group(2)).toList());
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatIsNeeded(Metric metric) throws IOException {
        String needed = row(metric).group(4);
        String said =
                needed.equals("yes")
                        ? NOTHING_IS
                        : needed.equals(OF_THE_NETWORK) ? NETWORK_IS_NOT : ALL_IS_KNOWN;
        Typing typing = answered(metric, "null");
        assertTrue(typing.out().contains(said), typing::out);
        assertEquals(said.equals(ALL_IS_KNOWN) ? Headroom.DONE : Headroom.TO_DO, typing.status());
    }

    @ParameterizedTest
    @EnumSource
    void saysWhichBoundsThereAre(Metric metric) throws IOException {
        Matcher bound = BOUND.matcher(row(metric).group(3));
        boolean isBounded = bound.find();
        long beyond = isBounded ? Long.parseLong(bound.group(1)) + 1 : 1_000_000_000L;
        String err = answered(metric, String.valueOf(beyond)).err();
        assertEquals(isBounded, err.contains("cannot be judged"), err);
        assertTrue(!isBounded || err.contains("expected a number from 0 to " + (beyond - 1)), err);
    }

    @Test
    void namesEachFieldAndExample() throws IOException {
        String document = Files.readString(DOCUMENT);
        for (String each :
                List.of(
                        "`group`",
                        "`clusterMode`",
                        "`to`",
                        "`shards`",
                        "[].shard`",
                        "[].slots`",
                        "[].nodes`",
                        "[].node`",
                        "[].type`",
                        "[].role`",
                        "[].figures`")) {
            assertTrue(document.contains(each), each);
        }
        for (String each : CapacityExamplesTest.examples()) {
            assertTrue(document.contains("(capacity/%s.json)".formatted(each)), each);
            assertTrue(document.contains("(capacity/%s.txt)".formatted(each)), each);
        }
    }

    /// What is said of one node that is idle, but for one figure.
    private Typing answered(Metric metric, String figure) throws IOException {
        String figures =
                Stream.of(Metric.values())
                        .map(
                                each ->
                                        "\"%s\": %s"
                                                .formatted(
                                                        each.inCloudWatch(),
                                                        each == metric ? figure : usual(each)))
                        .collect(joining(", "));
        Files.writeString(
                folder.resolve("figures.json"),
                """
                {"group": "sessions", "clusterMode": "disabled", "to": "2026-11-27T20:15Z", "shards": [{"shard": "0001", "nodes": [
                  {"node": "a", "type": "cache.r7g.xlarge", "role": "primary", "figures": {%s}}]}]}
                """
                        .formatted(figures));
        return Typing.of(folder, "figures.json");
    }

    private static String usual(Metric metric) {
        return switch (metric) {
            case COMMANDS -> "600";
            case EVICTIONS, IN_EXCEEDED, OUT_EXCEEDED, PACKETS_EXCEEDED, MANAGED, SAVING -> "0";
            case ENGINE_CPU,
                    CPU,
                    MEMORY,
                    USED,
                    CONNECTIONS,
                    NEW_CONNECTIONS,
                    READS,
                    WRITES,
                    BYTES_IN,
                    BYTES_OUT,
                    BASELINE_IN,
                    BASELINE_OUT,
                    IS_MASTER,
                    LAG ->
                    "1";
        };
    }
}
