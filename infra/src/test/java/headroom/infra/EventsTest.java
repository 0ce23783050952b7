package headroom.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.List;

/// Promises: a state machine may send what its definition sends, and nothing else; without events
/// it may send nothing.
public final class EventsTest {
    private static final String SOURCE = "headroom";
    private static final String DETAIL_TYPE = "Headroom Run Finished";

    /// As [Synthesised#rights] has it.
    public static final String RIGHT =
            "events:PutEvents on arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}"
                    + ":event-bus/default if {\"ForAllValues:StringEquals\":"
                    + "{\"events:detail-type\":\"%s\",\"events:source\":\"%s\"}"
                            .formatted(DETAIL_TYPE, SOURCE)
                    + ",\"Null\":{\"events:detail-type\":\"false\",\"events:source\":\"false\"}}";

    @ParameterizedTest
    @ValueSource(strings = {"redshift-resize", "redshift-drill", "elasticache-scale"})
    void aDefinitionSendsWhatMayBeSent(String machine) throws IOException {
        JsonNode entries = sending(machine).at("/Arguments/Entries");
        assertEquals(1, entries.size());
        assertEquals("default", entries.at("/0/EventBusName").asText());
        assertEquals(SOURCE, entries.at("/0/Source").asText());
        assertEquals(DETAIL_TYPE, entries.at("/0/DetailType").asText());
    }

    /// `States.ALL` does not match what is too large.
    @ParameterizedTest
    @ValueSource(strings = {"redshift-resize", "redshift-drill", "elasticache-scale"})
    void aRunEndsWhateverBecomesOfItsEvent(String machine) throws IOException {
        JsonNode state = sending(machine);
        JsonNode caught = state.path("Catch");
        assertEquals("[\"States.DataLimitExceeded\"]", caught.at("/0/ErrorEquals").toString());
        assertEquals("[\"States.ALL\"]", caught.at("/1/ErrorEquals").toString());
        assertEquals(state.path("Next"), caught.at("/0/Next"));
        assertEquals(state.path("Next"), caught.at("/1/Next"));
    }

    private static JsonNode sending(String machine) throws IOException {
        return new ObjectMapper()
                .readTree(Synthesised.definition(machine).toFile())
                .path("States")
                .valueStream()
                .filter(each -> each.path("Resource").asText().endsWith(":putEvents"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aStateMachineMaySendNothingElse() {
        assertEquals(List.of(RIGHT), ofEvents(Synthesised.SALES, "StateMachineRole"));
        assertEquals(List.of(RIGHT), ofEvents(Synthesised.SALES, "DrillStateMachineRole"));
        assertEquals(List.of(RIGHT), ofEvents(Synthesised.SESSIONS, "StateMachineRole"));
    }

    @Test
    void nobodyElseMaySendThem() {
        for (Synthesised stack : Synthesised.all()) {
            assertEquals(
                    List.of(),
                    stack.ids("AWS::IAM::Role").stream()
                            .filter(role -> !role.endsWith("StateMachineRole"))
                            .flatMap(role -> ofEvents(stack, role).stream())
                            .toList());
        }
    }

    @Test
    void withoutEventsThereIsNoRightToSendThem() {
        for (Synthesised silent : List.of(Synthesised.FINANCE, Synthesised.ANALYTICS_CACHE)) {
            assertEquals(
                    "off",
                    silent.only("AWS::StepFunctions::StateMachine")
                            .at("/DefinitionSubstitutions/Events")
                            .asText());
            assertEquals(List.of(), ofEvents(silent, "StateMachineRole"));
        }
    }

    private static List<String> ofEvents(Synthesised stack, String role) {
        return stack.rights(role).stream().filter(each -> each.startsWith("events:")).toList();
    }
}
