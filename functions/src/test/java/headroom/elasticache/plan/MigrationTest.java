package headroom.elasticache.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The way from cluster mode disabled to enabled, a step at a time, by a person's message alone.
final class MigrationTest {
    /// One shard of a primary and a replica, and all is well.
    private static final String GROUP =
            "cpu 20; clusterMode disabled; clusterModeMigration yes; cause MANUAL";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    start  | -                                          | compatible
                    start  | clusterModeMigration no                    | refused: a step that was asked for
                    start  | clusterMode compatible                     | not needed: the shape that was asked for
                    start  | clusterMode enabled                        | not needed: the shape that was asked for
                    start  | clusterMode unknown                        | refused: a step that was asked for
                    start  | engine redis 7.0.7                         | compatible
                    start  | engine redis 6.2.6                         | refused: a step that was asked for
                    start  | engine valkey 7.2.6                        | compatible
                    start  | engine valkey 7.1                          | refused: a step that was asked for
                    start  | engine valkey unknown                      | refused: a step that was asked for
                    start  | replicas 0                                 | refused: a step that was asked for
                    start  | failsOver no                               | refused: a step that was asked for
                    start  | parameters own-parameters                  | refused: a step that was asked for
                    start  | parameters none                            | compatible
                    start  | memory ?                                   | compatible
                    start  | memory 88                                  | refused: no memory for a backup
                    start  | memory 88; backup off                      | compatible
                    start  | globalDatastore everywhere                 | refused: a global datastore
                    start  | status modifying                           | not yet: a change under way
                    start  | backingUp nightly                          | not yet: a backup under way
                    start  | pending engine                             | refused: pending changes
                    start  | opened 3000                                | compatible
                    finish | -                                          | refused: a step that was asked for
                    finish | clusterMode compatible                     | enabled
                    finish | clusterMode compatible; clusterModeMigration no | refused: a step that was asked for
                    finish | clusterMode compatible; opened 3000        | refused: a step that was asked for
                    finish | clusterMode compatible; memory ?           | refused: a step that was asked for
                    finish | clusterMode compatible; cpu 80             | enabled
                    finish | clusterMode enabled                        | not needed: the shape that was asked for
                    finish | clusterMode unknown                        | refused: a step that was asked for
                    back   | -                                          | not needed: the shape that was asked for
                    back   | clusterMode compatible                     | disabled
                    back   | clusterMode compatible; opened 3000        | disabled
                    back   | clusterMode compatible; memory ?           | disabled
                    back   | clusterMode enabled                        | refused: a step that was asked for
                    back   | clusterMode unknown                        | refused: a step that was asked for
                    """)
    void answers(String stage, String otherwise, String answer) {
        Situation situation = Situation.with(GROUP + "; wish migrate " + stage);
        if (otherwise != null) {
            situation.but(otherwise);
        }
        assertEquals(answer, situation.answer(), situation::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    cause ALARM              | on its way to cluster mode []
                    cause WATCH              | on its way to cluster mode []
                    cause MANUAL             | on its way to cluster mode []
                    cause WATCH; cpu 80      | on its way to cluster mode []
                    cause WATCH; opened 3000 | on its way to cluster mode [CONNECTION_CHURN]
                    cause WATCH; memory ?    | on its way to cluster mode [UNKNOWN]
                    cause WATCH; cpu 98      | on its way to cluster mode [], at a critical level
                    cause MANUAL; wish replicas 0001 2 | refused: cluster mode compatible
                    """)
    void nothingIsScaledBetweenTheModes(String otherwise, String answer) {
        Situation situation =
                Situation.with("cpu 20; clusterMode compatible; clusterModeMigration yes");
        assertEquals(answer, situation.but(otherwise).answer(), situation::toString);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    cpu 20           | should have 1 shard in all
                    cpu 45           | should have 1 shard in all
                    cpu 46           | should have 2 shards in all
                    cpu 20; memory 70 | should have 2 shards in all
                    cpu 20; memory 91; backup off | should have 3 shards in all
                    memory ?         | How many shards it should have is not known
                    """)
    void saysHowManyShardsTheLoadAsksFor(String otherwise, String sentence) {
        Situation situation = Situation.with(GROUP + "; wish migrate start").but(otherwise);
        assertTrue(
                ((Plan.Scale) situation.plan())
                        .remarks().stream().anyMatch(each -> each.contains(sentence)),
                () -> situation.plan().toString());
    }
}
