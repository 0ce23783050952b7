package headroom.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/// Facts: what is answered to wrong settings, word for word, as two tables have it: of clusters,
/// and of replication groups. The first says how both are read.
final class WrongSettingsTest {
    private static final Path TABLES = Path.of("src", "test", "resources");
    private static final String ENDPOINT = "arn:aws:dms:eu-west-1:111122223333:endpoint:ABC";
    private static final ObjectMapper JSON = new ObjectMapper();

    enum Table {
        CLUSTERS("wrong-settings.txt", 70),
        CACHES("wrong-cache-settings.txt", 40);

        private final String file;
        private final int fewest;

        Table(String file, int fewest) {
            this.file = file;
            this.fewest = fewest;
        }

        /// What is right, where nothing is said of it.
        Map<String, Object> right() {
            return switch (this) {
                case CLUSTERS -> cluster("analytics", ENDPOINT);
                case CACHES -> group("sessions");
            };
        }
    }

    /// @param credentials where they deploy to
    record Case(
            String title,
            Map<String, Object> context,
            Optional<Destination> credentials,
            List<String> mistakes) {
        @Override
        public String toString() {
            return title;
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tellsWhatIsWrong(Case each) {
        var refused =
                assertThrows(
                        WrongSettings.class,
                        () -> Configuration.parse(each.context(), each.credentials()));
        assertEquals(
                "Nothing is synthesised, because the settings are wrong:\n  "
                        + String.join("\n  ", each.mistakes()),
                refused.getMessage());
        assertEquals(each.mistakes(), refused.mistakes());
    }

    @ParameterizedTest
    @EnumSource
    void readsTheWholeTable(Table table) {
        assertTrue(cases(table).size() >= table.fewest, cases(table).size() + " cases");
    }

    static List<Case> cases() {
        return Stream.of(Table.values()).flatMap(each -> cases(each).stream()).toList();
    }

    private static List<Case> cases(Table table) {
        try {
            return Stream.of(Files.readString(TABLES.resolve(table.file)).split("\n\n", -1))
                    .map(String::strip)
                    .filter(block -> !block.startsWith("%"))
                    .map(block -> read(block, table))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Case read(String block, Table table) {
        String title = "";
        Map<String, Object> context = Map.of();
        Optional<Destination> credentials = Optional.empty();
        List<String> mistakes = new ArrayList<>();
        for (String line : block.lines().toList()) {
            if (line.startsWith("# ")) {
                title = line.substring(2);
            } else if (line.startsWith("@ ")) {
                String[] words = line.substring(2).split(" ", 2);
                credentials = Optional.of(new Destination(words[0], words[1]));
            } else if (line.startsWith("> ")) {
                mistakes.add(line.substring(2));
            } else {
                context = context(line, table);
            }
        }
        return new Case(title, context, credentials, mistakes);
    }

    private static Map<String, Object> context(String written, Table table) {
        try {
            Map<String, Object> context =
                    JSON.readValue(written, new TypeReference<Map<String, Object>>() {});
            if (!context.containsKey("clusters") && !context.containsKey("caches")) {
                return completed(context, table.right());
            }
            complete(context, "clusters", i -> cluster("c" + i, ENDPOINT + "-c" + i));
            complete(context, "caches", i -> group("g" + i));
            return context;
        } catch (IOException wrong) {
            throw new UncheckedIOException(written, wrong);
        }
    }

    private static void complete(
            Map<String, Object> context, String list, IntFunction<Map<String, Object>> right) {
        if (context.get(list) instanceof List<?> entries) {
            List<Object> completed = new ArrayList<>();
            for (int i = 0; i < entries.size(); i++) {
                completed.add(
                        entries.get(i) instanceof Map<?, ?> entry
                                ? completed(entry, right.apply(i))
                                : entries.get(i));
            }
            context.put(list, completed);
        }
    }

    private static Map<String, Object> completed(Map<?, ?> written, Map<String, Object> right) {
        Map<String, Object> completed = new HashMap<>(right);
        written.forEach((key, value) -> completed.put((String) key, value));
        return completed;
    }

    private static Map<String, Object> cluster(String name, String endpoint) {
        return Map.of("cluster", name, "endpoints", List.of(endpoint), "maxNodes", 16);
    }

    private static Map<String, Object> group(String name) {
        return Map.of("replicationGroup", name, "maxShards", 6, "maxReplicasPerShard", 3);
    }
}
