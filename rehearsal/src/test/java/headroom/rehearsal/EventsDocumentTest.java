package headroom.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;

import headroom.rehearsal.aws.EventBus.Sent;
import headroom.rehearsal.elasticache.scenarios.CacheScenarios;
import headroom.rehearsal.redshift.scenarios.Scenarios;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.scenario.Played;
import headroom.rehearsal.scenario.Scenario;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Holds `docs/events.md` to what the scenarios send.
final class EventsDocumentTest {
    private static final Path PAGE = Path.of("..", "docs", "events.md");
    private static final String ELASTIC = "a_disk_alarm_resizes_the_cluster";

    @Test
    void thePageShowsWhatTheTranscriptSends() throws IOException {
        Sent event = sent(scenario(ELASTIC)).getFirst();

        ObjectMapper mapper = new ObjectMapper();
        assertEquals(mapper.valueToTree(event.detail()), mapper.readTree(example()).path("detail"));
    }

    @Test
    void thePageExplainsEachFieldAndNoOther() throws IOException {
        Set<String> fields =
                Stream.concat(
                                Scenarios.all().stream().flatMap(each -> sent(each).stream()),
                                CacheScenarios.all().stream().flatMap(each -> sent(each).stream()))
                        .flatMap(each -> each.detail().keySet().stream())
                        .map(Object::toString)
                        .collect(Collectors.toCollection(TreeSet::new));

        Set<String> explained =
                Pattern.compile("(?m)^\\| `(\\w+)` \\|")
                        .matcher(Files.readString(PAGE))
                        .results()
                        .map(each -> each.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(fields, explained);
    }

    private static String example() throws IOException {
        Matcher block =
                Pattern.compile("(?s)```json\\R(\\{\\R  \"version\": \"0\".*?)\\R```")
                        .matcher(Files.readString(PAGE));
        assertTrue(block.find(), "no example in " + PAGE);
        return block.group(1);
    }

    private static List<Sent> sent(Scenario<?> scenario) {
        return Played.of(scenario).events();
    }

    private static Scenario<RedshiftSimulation> scenario(String name) {
        return Scenarios.all().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
