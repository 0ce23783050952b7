package headroom.rehearsal.redshift.scenarios;

import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.scenario.Played;
import headroom.rehearsal.scenario.RecordedCalls;
import headroom.rehearsal.scenario.Scenario;
import headroom.simulated.redshift.RedshiftFaults;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Holds what each function and the state machine call in all scenarios together against the
/// committed `calls.txt`, in the words of IAM. The tests of infra hold the roles against the same
/// file, as the two may not see each other. After a change that is meant: `mvn verify
/// -Dtranscripts=rewrite`.
final class CallsTest {
    private static final Path CALLS = Path.of("calls.txt");

    /// What a step looks at only once it has been refused, which no scenario tells of.
    private static Stream<Scenario<RedshiftSimulation>> refused() {
        return Stream.of("redshift.CreateClusterSnapshot#1:InvalidClusterStateException")
                .map(fault -> Scenarios.upset(List.of(RedshiftFaults.KINDS.parse(fault))));
    }

    @Test
    void functionsAndStateMachineCallWhatIsWritten() throws IOException {
        RecordedCalls.assertWritten(
                CALLS,
                Stream.concat(
                        Scenarios.all().stream().map(Played::of), refused().map(Played::anew)));
    }
}
