package headroom.rehearsal.elasticache.scenarios;

import headroom.rehearsal.elasticache.simulation.CacheSimulation;
import headroom.rehearsal.scenario.Played;
import headroom.rehearsal.scenario.RecordedCalls;
import headroom.rehearsal.scenario.Scenario;
import headroom.simulated.elasticache.ElastiCacheFaults;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Holds what each function and the state machine call in all scenarios together against the
/// committed `cache-calls.txt`, in the words of IAM. The tests of infra hold the roles against the
/// same file, as the two may not see each other. After a change that is meant: `mvn verify
/// -Dtranscripts=rewrite`.
final class CallsTest {
    private static final Path CALLS = Path.of("cache-calls.txt");

    /// What is called only once something was refused, or a message says no.
    private static Stream<Scenario<CacheSimulation>> besides() {
        Stream<Scenario<CacheSimulation>> refused =
                Stream.of(
                                "elasticache.CreateSnapshot#1:InvalidReplicationGroupStateException",
                                "servicequotas.GetServiceQuota#1:NoSuchResourceException")
                        .map(
                                fault ->
                                        CacheScenarios.upset(
                                                List.of(ElastiCacheFaults.KINDS.parse(fault))));
        return Stream.concat(refused, Stream.of(CacheScenarios.ofMessage("stop", List.of())));
    }

    @Test
    void functionsAndStateMachineCallWhatIsWritten() throws IOException {
        RecordedCalls.assertWritten(
                CALLS,
                Stream.concat(
                        CacheScenarios.all().stream().map(Played::of),
                        besides().map(Played::anew)));
    }
}
