package headroom.rehearsal.scenario;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.rehearsal.simulation.Simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// The committed transcripts of a workflow's scenarios. After a change that is meant: `mvn verify
/// -Dtranscripts=rewrite`, and read the difference before you commit it.
///
/// @param folder that holds one file for each
/// @param scenarios made anew each time
public record Transcripts<S extends Simulation>(
        Path folder, Supplier<List<Scenario<S>>> scenarios) {
    public static final boolean REWRITE =
            "rewrite".equals(System.getProperty("transcripts")) && System.getenv("CI") == null;

    /// It ends as told, with every invariant held, and the same to the byte when played again.
    public void hold(String name) throws IOException {
        Played played = Played.of(scenario(name));
        String transcript = String.join("\n", played.transcript()) + "\n";
        Path file = folder.resolve(name + ".txt");
        if (REWRITE) {
            Files.createDirectories(folder);
            Files.writeString(file, transcript);
        }
        assertAll(
                () -> assertEquals(List.of(), played.differences()),
                () -> assertEquals(List.of(), played.violations()),
                () -> assertEquals(List.of(), played.droppedCards()),
                () -> assertEquals(Files.readString(file), transcript),
                () -> assertEquals(played.transcript(), told(scenario(name))));
    }

    /// None is there of a scenario that is gone.
    public void noneIsLeftOver() throws IOException {
        List<String> names = scenarios.get().stream().map(Scenario::name).toList();
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of(),
                    files.map(each -> each.getFileName().toString().replace(".txt", ""))
                            .filter(each -> !names.contains(each))
                            .sorted()
                            .toList());
        }
    }

    private List<String> told(Scenario<S> scenario) {
        List<String> lines = new ArrayList<>();
        ScenarioRun.tell(scenario, lines::add);
        return lines;
    }

    private Scenario<S> scenario(String name) {
        return scenarios.get().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
