package headroom.rehearsal.redshift.scenarios;

import static headroom.rehearsal.scenario.DefinitionEdits.replace;
import static headroom.rehearsal.scenario.DefinitionEdits.set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;

import headroom.rehearsal.invariants.EventsTellWhatWas;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.rehearsal.scenario.ScenarioRun;
import headroom.rehearsal.simulation.Sabotage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// What finished runs send to EventBridge, what becomes of it where that cannot be done, and that
/// their invariant can fail.
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
        assertEndsWell(simulation);
    }

    /// `States.DataLimitExceeded` of a detail that is too large, which no other name matches;
    /// `States.QueryEvaluationError` of one that does not evaluate; of the rest EventBridge refuses
    /// the entry.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    Detail     | {% {'summary': $pad('', 262144, 'x')} %}
                    Detail     | {% $merge([{'outcome': $error('broken')}]) %}
                    Detail     | {% $nothing %}
                    Detail     | {% 'text' %}
                    Source     | aws.headroom
                    Source     | ""
                    DetailType | ""
                    """)
    void anEventThatIsWrongChangesNothing(String field, String value) {
        RedshiftSimulation simulation =
                broken(set("States / Send event / Arguments / Entries / 0 / " + field, value));

        assertEquals(List.of(), simulation.events().sent());
        assertEndsWell(simulation);
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
        RedshiftSimulation simulation =
                broken(
                        replace(
                                "States / Worth an event? / Choices / 0 / Condition",
                                "${Events}",
                                "off"));

        assertEquals(List.of(), simulation.journal().calls("PutEvents"));
        assertEndsWell(simulation);
    }

    @Test
    void anEventThatSaysAnotherOutcome() {
        new Broken()
                .alters("ComposeReport", answer -> event(answer).put("outcome", "refused"))
                .isReportedBy(EventsTellWhatWas.class);
    }

    @Test
    void anEventThatIsSentAgainThoughItMayHaveArrived() {
        new Broken()
                .where(set("States / Send event / Retry / 0 / ErrorEquals", List.of("States.ALL")))
                .with("machine.PutEvents#1:EventBridge.InternalException/AFTER")
                .isReportedBy(EventsTellWhatWas.class);
    }

    @Test
    void aRunThatSendsNone() {
        new Broken()
                .where(set("States / Worth an event? / Choices / 0 / Condition", "{% false %}"))
                .isReportedBy(EventsTellWhatWas.class);
    }

    private static ObjectNode event(ObjectNode answer) {
        return (ObjectNode) answer.get("event");
    }

    private static void assertEndsWell(RedshiftSimulation simulation) {
        assertEquals(8, simulation.redshift().nodes());
        assertEquals(
                List.of("SUCCEEDED"),
                simulation.executions().stream().map(each -> each.status().name()).toList());
        assertEquals(
                List.of("Headroom: analytics was resized; replication runs"),
                simulation.operators().subjects());
        assertNull(simulation.lease().get("owner"));
        assertTrue(simulation.lease().containsKey("quietUntil"));
    }

    /// That it sends no event is what its invariant says of it.
    private static RedshiftSimulation broken(Consumer<ObjectNode> edit) {
        Setup setup = Setup.ORDINARY.with(new Sabotage<>(edit, Map.of()));
        return new ScenarioRun<>(Scenarios.upset(setup)).play(_ -> {}).simulation();
    }

    private static RedshiftSimulation play(String fault) {
        ScenarioRun<RedshiftSimulation> run =
                new ScenarioRun<>(Scenarios.upset(Setup.ORDINARY.with(fault))).play(_ -> {});
        assertEquals(List.of(), run.violations());
        return run.simulation();
    }
}
