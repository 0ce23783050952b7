package headroom.rehearsal.redshift.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.scenario.Scenario;
import headroom.rehearsal.scenario.ScenarioRun;
import headroom.simulated.redshift.RedshiftFaults;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Holds what each function and the state machine call in all scenarios together against the
/// committed `calls.txt`, in the words of IAM. The tests of infra hold the roles against the same
/// file, as the two may not see each other. After a change that is meant: `mvn verify
/// -Dtranscripts=rewrite`.
final class CallsTest {
    private static final Path CALLS = Path.of("calls.txt");

    /// Where a place's service has another name in IAM, or is the state machine itself.
    private static final Map<String, String> PREFIXES =
            Map.of(
                    "redshift", "redshift:",
                    "dms", "dms:",
                    "cloudwatch", "cloudwatch:",
                    "dynamodb", "dynamodb:",
                    "sns", "sns:",
                    "sfn", "states:",
                    "function", "lambda:InvokeFunction ",
                    "machine", "");

    private static final Map<String, String> OF_THE_MACHINE =
            Map.of("UpdateItem", "dynamodb:UpdateItem", "Publish", "sns:Publish");

    /// What a step looks at only once it has been refused, which no scenario tells of.
    private static Stream<Scenario<RedshiftSimulation>> refused() {
        return Stream.of("redshift.CreateClusterSnapshot#1:InvalidClusterStateException")
                .map(fault -> Scenarios.upset(List.of(RedshiftFaults.KINDS.parse(fault))));
    }

    @Test
    void functionsAndStateMachineCallWhatIsWritten() throws IOException {
        NavigableSet<String> calls = new TreeSet<>();
        List<Scenario<RedshiftSimulation>> scenarios =
                Stream.concat(Scenarios.all().stream(), refused()).toList();
        for (Scenario<RedshiftSimulation> scenario : scenarios) {
            ScenarioRun<RedshiftSimulation> played = new ScenarioRun<>(scenario).play(_ -> {});
            played.simulation()
                    .faults()
                    .callers()
                    .forEach(each -> inWordsOfIam(each).ifPresent(calls::add));
        }
        String written = String.join("\n", calls) + "\n";
        if (ScenariosTest.REWRITE) {
            Files.writeString(CALLS, written);
        }
        assertEquals(Files.readString(CALLS), written);
    }

    /// Empty for a place that is no call to AWS, as the cluster's own work.
    private static Optional<String> inWordsOfIam(String callerAndPlace) {
        String[] parts = callerAndPlace.split("[ .]", 3);
        return Optional.ofNullable(PREFIXES.get(parts[1]))
                .map(
                        prefix ->
                                parts[0]
                                        + " "
                                        + prefix
                                        + (prefix.isEmpty()
                                                ? OF_THE_MACHINE.get(parts[2])
                                                : parts[2]));
    }
}
