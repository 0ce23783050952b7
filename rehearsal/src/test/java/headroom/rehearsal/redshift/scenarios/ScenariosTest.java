package headroom.rehearsal.redshift.scenarios;

import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.scenario.Scenario;
import headroom.rehearsal.scenario.Transcripts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Plays every scenario of a cluster and holds it against its committed transcript.
final class ScenariosTest {
    static final List<String> NAMES = Scenarios.all().stream().map(Scenario::name).toList();

    private static final Transcripts<RedshiftSimulation> TRANSCRIPTS =
            new Transcripts<>(Path.of("transcripts"), Scenarios::all);

    @ParameterizedTest
    @FieldSource("NAMES")
    void endsAsToldWithEveryInvariantHeldAndTheSameToTheByteWhenPlayedAgain(String name)
            throws IOException {
        TRANSCRIPTS.hold(name);
    }

    @Test
    void noTranscriptIsLeftOverFromAScenarioThatIsGone() throws IOException {
        TRANSCRIPTS.noneIsLeftOver();
    }
}
