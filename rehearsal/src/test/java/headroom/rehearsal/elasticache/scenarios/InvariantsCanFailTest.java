package headroom.rehearsal.elasticache.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import headroom.elasticache.CacheSettings;
import headroom.elasticache.Policy;
import headroom.rehearsal.elasticache.simulation.CacheSetup;
import headroom.rehearsal.elasticache.simulation.CacheSimulation;
import headroom.rehearsal.scenario.Scenario;
import headroom.rehearsal.scenario.ScenarioRun;
import headroom.rehearsal.simulation.Sabotage;
import headroom.settings.Switch;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Breaks Headroom on purpose, and sees that an invariant notices.
final class InvariantsCanFailTest {
    private static final CacheSetup HOT = CacheSetup.under(Loads.HOT_SHARD);

    /// Before the alarm has spoken, which would hold the lease.
    @Test
    void aDryRunThatTakesTheStep() {
        CacheSetup setup =
                CacheSetup.under(Loads.HOT_SHARD.times(1.3))
                        .with(Policy.upTo(8, 3).with(CacheSettings.BACKUP, Switch.OFF))
                        .with(edited(file -> goAhead(file, 3, "{% $plan.is = 'scale' %}")));
        assertViolated(
                "NoStepWithoutPlan", setup, simulation -> simulation.publish("{\"dryRun\": true}"));
    }

    @Test
    void aStepWithoutABackup() {
        assertViolated(
                "StepNeedsBackup",
                HOT.with(edited(file -> goAhead(file, 2, "{% false %}"))),
                _ -> {});
    }

    @Test
    void aStepThatNobodyIsToldOf() {
        assertViolated(
                "StepsAreMeasuredAndReported",
                HOT.with(
                        edited(
                                file ->
                                        state(file, "Worth telling?")
                                                .withArray("Choices")
                                                .forEach(
                                                        each ->
                                                                ((ObjectNode) each)
                                                                        .put(
                                                                                "Condition",
                                                                                "{% false %}")))),
                _ -> {});
    }

    @Test
    void aBackupOfSomebodyElseThatIsDeleted() {
        var setup =
                HOT.with(
                        new Sabotage<CacheSimulation>(
                                _ -> {},
                                Map.of(
                                        "RemoveBackups",
                                        (simulation, real) -> deleting(simulation, real))));
        assertViolated("OnlyOwnBackupsAreDeleted", setup, _ -> {});
    }

    private static RequestStreamHandler deleting(
            CacheSimulation simulation, RequestStreamHandler real) {
        return (in, out, context) -> {
            simulation
                    .elastiCache()
                    .deleteSnapshot(request -> request.snapshotName("somebody-elses"));
            real.handleRequest(in, out, context);
        };
    }

    private static Sabotage<CacheSimulation> edited(Consumer<ObjectNode> edit) {
        return new Sabotage<>(edit, Map.of());
    }

    private static void goAhead(ObjectNode file, int choice, String condition) {
        ArrayNode choices = state(file, "Go ahead?").withArray("Choices");
        ((ObjectNode) choices.get(choice)).put("Condition", condition);
    }

    private static ObjectNode state(ObjectNode file, String name) {
        return (ObjectNode) file.get("States").get(name);
    }

    private static void assertViolated(
            String invariant, CacheSetup setup, Consumer<CacheSimulation> course) {
        Scenario<CacheSimulation> scenario =
                Scenario.open(
                        "broken", "", CacheScenario.given(setup), course, Duration.ofHours(3));
        List<String> violated =
                new ScenarioRun<>(scenario)
                        .play(_ -> {}).violations().stream()
                                .map(each -> each.invariant())
                                .distinct()
                                .toList();
        assertEquals(List.of(invariant), violated);
    }
}
