package headroom.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
import java.util.stream.Stream;

/// Facts: what is answered to wrong settings, word for word, as the table
/// `src/test/resources/wrong-settings.txt` has it. The file says how it is read.
final class WrongSettingsTest {
    private static final Path TABLE = Path.of("src", "test", "resources", "wrong-settings.txt");
    private static final String ENDPOINT = "arn:aws:dms:eu-west-1:111122223333:endpoint:ABC";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FEWEST = 70;

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

    @Test
    void readsTheWholeTable() {
        assertTrue(cases().size() >= FEWEST, cases().size() + " cases");
    }

    private static List<Case> cases() {
        try {
            return Stream.of(Files.readString(TABLE).split("\n\n", -1))
                    .map(String::strip)
                    .filter(block -> !block.startsWith("%"))
                    .map(WrongSettingsTest::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Case read(String block) {
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
                context = context(line);
            }
        }
        return new Case(title, context, credentials, mistakes);
    }

    private static Map<String, Object> context(String written) {
        try {
            Map<String, Object> context =
                    JSON.readValue(written, new TypeReference<Map<String, Object>>() {});
            if (!context.containsKey("clusters")) {
                return completed(context, "analytics");
            }
            if (context.get("clusters") instanceof List<?> clusters) {
                List<Object> completed = new ArrayList<>();
                for (int i = 0; i < clusters.size(); i++) {
                    completed.add(
                            clusters.get(i) instanceof Map<?, ?> cluster
                                    ? completed(cluster, "c" + i)
                                    : clusters.get(i));
                }
                context.put("clusters", completed);
            }
            return context;
        } catch (IOException wrong) {
            throw new UncheckedIOException(written, wrong);
        }
    }

    private static Map<String, Object> completed(Map<?, ?> written, String cluster) {
        Map<String, Object> completed = new HashMap<>();
        completed.put("cluster", cluster);
        completed.put(
                "endpoints",
                List.of(cluster.equals("analytics") ? ENDPOINT : ENDPOINT + "-" + cluster));
        completed.put("maxNodes", 16);
        written.forEach((key, value) -> completed.put((String) key, value));
        return completed;
    }
}
