package headroom.rehearsal.pictures;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.rehearsal.elasticache.scenarios.CacheScenarios;
import headroom.rehearsal.redshift.scenarios.Scenarios;
import headroom.rehearsal.scenario.Scenario;
import headroom.rehearsal.scenario.Transcripts;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The pictures that documents show are those of the runs as they are; rewritten with the
/// transcripts.
final class CommittedPicturesTest {
    private static final Path PICTURES = Path.of("..", "docs", "pictures");

    @Test
    void showsTheDefaultScenarioOfACluster() throws IOException {
        hold("run-redshift.svg", Scenarios.all().getFirst());
    }

    @Test
    void showsTheDefaultScenarioOfACache() throws IOException {
        hold("run-elasticache.svg", CacheScenarios.all().getFirst());
    }

    private static void hold(String name, Scenario<?> scenario) throws IOException {
        String picture = Page.picture(Course.of(scenario));
        Path file = PICTURES.resolve(name);
        if (Transcripts.REWRITE) {
            Files.writeString(file, picture);
        }
        assertEquals(Files.readString(file), picture);
        assertEquals("svg", Drawn.read(picture).document().getDocumentElement().getTagName());
    }
}
