package headroom.infra;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

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

    private static final Predicate<String> OF_EVENTS = right -> right.startsWith("events:");

    @ParameterizedTest
    @ValueSource(strings = {"redshift-resize", "redshift-drill", "elasticache-scale"})
    void aDefinitionSendsWhatMayBeSent(String machine) throws IOException {
        JsonNode definition = new ObjectMapper().readTree(Synthesised.definition(machine).toFile());
        JsonNode entries =
                definition
                        .path("States")
                        .valueStream()
                        .filter(each -> each.path("Resource").asText().endsWith(":putEvents"))
                        .map(each -> each.at("/Arguments/Entries"))
                        .findFirst()
                        .orElseThrow();
        assertEquals(1, entries.size());
        assertEquals("default", entries.at("/0/EventBusName").asText());
        assertEquals(SOURCE, entries.at("/0/Source").asText());
        assertEquals(DETAIL_TYPE, entries.at("/0/DetailType").asText());
    }

    /// The machines that may send: of a cluster with drills, and of a group.
    private enum Machine {
        RESIZE(Synthesised.SALES, "StateMachineRole"),
        DRILL(Synthesised.SALES, "DrillStateMachineRole"),
        SCALE(Synthesised.SESSIONS, "StateMachineRole");

        private final Synthesised stack;
        private final String role;

        Machine(Synthesised stack, String role) {
            this.stack = stack;
            this.role = role;
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStateMachineMaySendNothingElse(Machine machine) {
        assertEquals(
                List.of(RIGHT),
                machine.stack.rights(machine.role).stream().filter(OF_EVENTS).toList());
    }

    @Test
    void nobodyElseMaySendThem() {
        Synthesised.all().stream()
                .flatMap(
                        stack ->
                                stack.ids("AWS::IAM::Role").stream()
                                        .filter(role -> !role.endsWith("StateMachineRole"))
                                        .flatMap(role -> stack.rights(role).stream()))
                .filter(OF_EVENTS)
                .forEach(right -> assertEquals("", right));
    }

    @Test
    void withoutEventsThereIsNoRightToSendThem() {
        for (Synthesised silent : List.of(Synthesised.FINANCE, Synthesised.ANALYTICS_CACHE)) {
            assertEquals(
                    "off",
                    silent.only("AWS::StepFunctions::StateMachine")
                            .at("/DefinitionSubstitutions/Events")
                            .asText());
            assertEquals(
                    List.of(),
                    silent.rights("StateMachineRole").stream().filter(OF_EVENTS).toList());
        }
    }
}
