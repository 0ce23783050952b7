package headroom.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.rehearsal.elasticache.scenarios.CacheScenarios;
import headroom.simulated.elasticache.ElastiCacheFaults;
import headroom.simulated.redshift.RedshiftFaults;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

/// Which scenario `--faults` upsets, and by what.
final class StruckScenariosTest {
    private static final String CACHE = "a_hot_shard_gets_one_replica";
    private static final String DRILL = "a_drill_gives_up_at_its_ceiling";

    @Test
    void strikesAScenarioOfTheWorkflowThatHasIt() {
        assertSame(Workflow.REDSHIFT, Workflow.REDSHIFT.knowing(DRILL));
        assertSame(Workflow.ELASTICACHE, Workflow.ELASTICACHE.knowing(CACHE));
        assertSame(Workflow.ELASTICACHE, Workflow.REDSHIFT.knowing(CACHE));
        assertSame(Workflow.REDSHIFT, Workflow.DRILL.knowing(DRILL));
    }

    @Test
    void strikesItByAllThatCanStrikeIt() {
        assertEquals(
                new Workflow.Struck(DRILL, RedshiftFaults.KINDS), Workflow.REDSHIFT.struck(DRILL));
        assertEquals(
                new Workflow.Struck(CACHE, ElastiCacheFaults.KINDS),
                Workflow.ELASTICACHE.struck(CACHE));
        assertEquals(
                new Workflow.Struck(CacheScenarios.MIGRATION, ElastiCacheFaults.ALL_KINDS),
                Workflow.ELASTICACHE.struck(CacheScenarios.MIGRATION));
    }

    @Test
    void replaysItByItsName() {
        assertEquals(
                "./rehearse elasticache " + CACHE,
                Workflow.ELASTICACHE.typed(Workflow.ELASTICACHE.struck(CACHE)));
    }

    @Test
    void takesOneScenarioBesideFaults() {
        Words words = Words.of(List.of(CACHE, "--faults"));
        assertTrue(words.has(Flag.FAULTS));
        assertEquals(Optional.of(CACHE), words.scenario());
        assertEquals(words, Words.of(List.of("--faults", CACHE)));
    }

    @Test
    void namesTheNearestOfAScenarioThatIsNone() {
        String message =
                assertThrows(
                                NotUnderstood.class,
                                () -> Workflow.REDSHIFT.knowing("a_hot_shard_gets_one_replicas"))
                        .getMessage();
        assertTrue(String.valueOf(message).contains("did you mean " + CACHE + "?"), message);
    }
}
