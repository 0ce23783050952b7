package headroom.rehearsal.redshift.scenarios;

import static headroom.rehearsal.scenario.DefinitionEdits.replace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;

import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.rehearsal.scenario.ScenarioRun;
import headroom.rehearsal.simulation.Sabotage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// What finished runs send to EventBridge, and what becomes of it where that cannot be done.
final class EventsTest {
    /// Struck so often that its state gives it up.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "EventBridge.FailedEntry/BEFORE",
                "EventBridge.ThrottlingException/BEFORE",
                "EventBridge.AccessDeniedException/BEFORE",
                "EventBridge.InternalException/AFTER",
                "SILENCE/BEFORE"
            })
    void anEventThatCannotBeSentChangesNothing(String fault) {
        RedshiftSimulation simulation = play("machine.PutEvents#1+:" + fault);

        assertEquals(fault.endsWith("AFTER") ? 1 : 0, simulation.events().sent().size());
        assertEquals(8, simulation.redshift().nodes());
        assertEquals(
                List.of("SUCCEEDED"),
                simulation.executions().stream().map(each -> each.status().name()).toList());
        assertNull(simulation.lease().get("owner"));
        assertTrue(simulation.lease().containsKey("quietUntil"));
    }

    @Test
    void anEntryThatIsRefusedIsSentAgain() {
        RedshiftSimulation simulation =
                play("machine.PutEvents#1x5:EventBridge.FailedEntry/BEFORE");

        assertEquals(1, simulation.events().sent().size());
    }

    /// Whether it was taken, nobody can tell; a second one is worse than none.
    @Test
    void anEventWhoseAnswerIsLostIsNotSentAgain() {
        RedshiftSimulation simulation = play("machine.PutEvents#1:SILENCE/AFTER");

        assertEquals(1, simulation.events().sent().size());
    }

    @Test
    void withoutEventsARunEndsAsItDoesWithThem() {
        Consumer<ObjectNode> off =
                replace("States / Worth an event? / Choices / 0 / Condition", "${Events}", "off");
        Setup setup = Setup.ORDINARY.with(new Sabotage<>(off, Map.of()));

        RedshiftSimulation simulation =
                new ScenarioRun<>(Scenarios.upset(setup)).play(_ -> {}).simulation();

        assertEquals(List.of(), simulation.events().sent());
        assertEquals(8, simulation.redshift().nodes());
        assertEquals("SUCCEEDED", simulation.executions().getFirst().status().name());
    }

    private static RedshiftSimulation play(String fault) {
        ScenarioRun<RedshiftSimulation> run =
                new ScenarioRun<>(Scenarios.upset(Setup.ORDINARY.with(fault))).play(_ -> {});
        assertEquals(List.of(), run.violations());
        return run.simulation();
    }
}
