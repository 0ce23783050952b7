package headroom.rehearsal.redshift.scenarios;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.scenario.Scenario;
import headroom.rehearsal.scenario.ScenarioRun;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Plays every scenario and holds it against its committed transcript. After a change that is
/// meant: `mvn verify -Dtranscripts=rewrite`, and read the difference before you commit it.
final class ScenariosTest {
    private static final Path TRANSCRIPTS = Path.of("transcripts");
    static final boolean REWRITE =
            "rewrite".equals(System.getProperty("transcripts")) && System.getenv("CI") == null;

    static final List<String> NAMES = Scenarios.all().stream().map(Scenario::name).toList();

    @ParameterizedTest
    @FieldSource("NAMES")
    void endsAsToldWithEveryInvariantHeldAndTheSameToTheByteWhenPlayedAgain(String name)
            throws IOException {
        List<String> lines = new ArrayList<>();
        ScenarioRun<RedshiftSimulation> run = ScenarioRun.tell(scenario(name), lines::add);
        String transcript = String.join("\n", lines) + "\n";
        Path file = TRANSCRIPTS.resolve(name + ".txt");
        if (REWRITE) {
            Files.createDirectories(TRANSCRIPTS);
            Files.writeString(file, transcript);
        }
        assertAll(
                () -> assertEquals(List.of(), run.differences()),
                () -> assertEquals(List.of(), run.violations()),
                () -> assertEquals(Files.readString(file), transcript),
                () -> assertEquals(lines, told(scenario(name))));
    }

    @Test
    void noTranscriptIsLeftOverFromAScenarioThatIsGone() throws IOException {
        try (Stream<Path> files = Files.list(TRANSCRIPTS)) {
            List<String> names =
                    files.map(each -> each.getFileName().toString().replace(".txt", ""))
                            .filter(each -> !NAMES.contains(each))
                            .sorted()
                            .toList();
            assertEquals(List.of(), names);
        }
    }

    private static List<String> told(Scenario<RedshiftSimulation> scenario) {
        List<String> lines = new ArrayList<>();
        ScenarioRun.tell(scenario, lines::add);
        return lines;
    }

    private static Scenario<RedshiftSimulation> scenario(String name) {
        return Scenarios.all().stream()
                .filter(each -> Objects.equals(each.name(), name))
                .findFirst()
                .orElseThrow();
    }
}
