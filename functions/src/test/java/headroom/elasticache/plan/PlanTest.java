package headroom.elasticache.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.elasticache.effect.Reading;
import headroom.elasticache.group.Role;
import headroom.step.Json;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// How plans travel through the state machine.
final class PlanTest {
    /// Of the 262,144 that a state may hold, beside what else it holds.
    private static final int MOST = 120_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cause ALARM",
                "mode ask",
                "window MON 01:00-05:00 UTC",
                "cpu 20 20 20",
                "opened 3000",
                "opened 3000; memory 91; backup off",
                "status modifying",
                "quota 6",
                "free uncounted",
                "stack sessions-stack; cpu 75 20 20; slots 9000 3692 3692",
                "cpu 75 20 20; read 0.8; replicaReads 6000 500 500",
                "read 0.8; replicaReads 5760",
                "memory 78; cpu 20; maxShards 3; clusterMode disabled; largestNodeType"
                        + " cache.r7g.4xlarge"
            })
    void isReadAsItWasWritten(String differences) {
        Plan plan = Situation.with(differences).plan();
        assertEquals(plan, Json.read(Json.write(plan), Plan.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mode ask; maxShards 500; maxStep 10",
                "mode ask; memory 84; opened 3000; network 99; connections 50000; clientFaults"
                        + " scaleAnyway",
                "cpu 78; memory 91; backup off; opened 3000; network 99; connections 50000;"
                        + " clientFaults scaleAnyway; maxShards 500"
            })
    void fitsWhereAGroupHasFiveHundredNodes(String differences) {
        Situation situation = Situation.with(differences);
        String cpu = differences.startsWith("cpu") ? "78" : "72";
        situation
                .but("cpu", String.join(" ", Collections.nCopies(250, cpu)))
                .but("quota", "none")
                .but("free", "900");
        List<Reading> readings = new ArrayList<>();
        for (int i = 0; i < 250; i++) {
            readings.add(reading(i, Role.PRIMARY));
            readings.add(reading(i, Role.REPLICA));
        }
        Plan plan =
                new Decision(
                                situation.facts(),
                                situation.diagnosis(),
                                readings,
                                situation.policy(),
                                situation.cause(),
                                "nothing",
                                Duration.ZERO,
                                Optional.empty(),
                                Optional.empty(),
                                false)
                        .plan();
        assertTrue(plan.basis().isPresent(), plan::sentence);
        int length = Json.write(plan).length;
        assertTrue(length < MOST, () -> "%d bytes: %s".formatted(length, plan.sentence()));
    }

    private static Reading reading(int shard, Role role) {
        return new Reading(
                "%04d".formatted(shard + 1),
                role,
                1,
                Optional.of(72.3),
                Optional.of(84.9),
                Optional.of(12_345.6),
                Optional.of(23_456.7),
                Optional.of(45_678.9),
                Optional.of(1_234.5));
    }

    /// Busy processors may be a fault of the clients', and full memory is not.
    @Test
    void aFaultOfTheClientsDoesNotHideThatMemoryIsFull() {
        String beside = " Beside it: Memory is the limit: ";
        assertTrue(Situation.with("opened 3000; memory 91").plan().sentence().contains(beside));
        assertFalse(Situation.with("opened 3000").plan().sentence().contains(beside));
    }

    /// The step that its owner's `scaleAnyway` would have taken.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    opened 3000; memory 91; backup off; cpu 78 78 78          | Shards[to=5]
                    opened 3000; cpu 96 96 97; read 0.8; replicaReads 7700    | Replicas[shard=0003, to=3]
                    opened 3000; memory 91; backup off; maxShards 3; largestNodeType cache.r7g.4xlarge | NodeType[to=cache.r7g.2xlarge]
                    opened 3000; memory 91                                    | nothing
                    opened 3000; memory 91; backup off; maxShards 3           | nothing
                    opened 3000; cpu 96 20 20                                 | nothing
                    opened 3000; memory 80                                    | nothing
                    """)
    void aCriticalGroupIsToldWhichStepAPersonMayAskFor(String differences, String step) {
        assertEquals(
                step,
                ((Plan.Tell) Situation.with(differences).plan())
                        .held()
                        .map(Wish::toString)
                        .orElse("nothing"));
    }

    @Test
    void everyPlanThatStandsStillSaysUntilWhen() {
        for (String each :
                List.of(
                        "mode ask",
                        "cpu 20 20 20",
                        "opened 3000",
                        "quota 6",
                        "window MON 01:00-05:00 UTC")) {
            Plan plan = Situation.with(each).plan();
            assertTrue(plan.quietUntil().isPresent() && plan.topic().isPresent(), each);
        }
    }
}
