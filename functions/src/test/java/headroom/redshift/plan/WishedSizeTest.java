package headroom.redshift.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import headroom.cases.Table;
import headroom.redshift.Given;
import headroom.report.Evidence.Rejected;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.Stream;

/// What becomes of a size that a person asked for. The ordinary is that of [DecisionTest].
final class WishedSizeTest {
    private static final Table WISHES =
            Table.of(
                    Situation::new,
                    """
                    why                                                | cluster         | permitted      | otherwise                                             | answer
                    the size that was asked for, and not twice         |                 |                | cause MANUAL; nodes 6                                 | resize to 6
                    twice, as it was asked for                         |                 |                | cause MANUAL; nodes 8                                 | resize to 8
                    more than twice, as a person may know why          |                 | 6=56 8=42 12=28 | cause MANUAL; nodes 12                                | resize to 12
                    the ceiling itself                                 |                 | 8=42 16=21     | cause MANUAL; nodes 16                                | resize to 16
                    an empty disk is no reason against it              |                 |                | cause MANUAL; nodes 6; disk 3                         | resize to 6
                    neither is a mode, nor a window                    |                 |                | cause MANUAL; nodes 6; mode ask                       | resize to 6
                    a size below the target is no reason against it    |                 |                | cause MANUAL; nodes 6; growth fit; targetPercent 30   | resize to 6
                    Redshift does not offer it                         |                 |                | cause MANUAL; nodes 7                                 | refused: a size of 7 nodes
                    it is above the ceiling                            |                 | 8=42 20=17     | cause MANUAL; nodes 20                                | refused: a size of 20 nodes
                    never smaller, whatever Redshift offers            |                 | 2=168 8=42     | cause MANUAL; nodes 2                                 | refused: a size of 2 nodes
                    the present size is there already                  |                 |                | cause MANUAL; nodes 4                                 | not needed
                    no elastic resize, and a classic one is allowed    | 1 x dc2.large   | none           | cause MANUAL; nodes 3; classicHours 12                | classic to 3
                    no elastic resize, and a classic one is not        | 1 x dc2.large   | none           | cause MANUAL; nodes 3                                 | refused: a size of 3 nodes
                    offered both ways it is elastic                    |                 |                | cause MANUAL; nodes 6; classicHours 12                | resize to 6
                    a size that no cluster of the type has             | 32 x ra3.xlplus | none           | cause MANUAL; nodes 33; classicHours 12; maxNodes 40  | refused: a size of 33 nodes
                    nothing is known of the type's classic sizes       | 2 x ds9.large   | none           | cause MANUAL; nodes 3; classicHours 12                | refused: a size of 3 nodes
                    the source forgets its log before classic is done  | 1 x dc2.large   | none           | cause MANUAL; nodes 3; classicHours 24                | refused: the source's log
                    what is in the way is in the way of a wish as well |                 |                | cause MANUAL; nodes 6; tasks orders=running/loading   | not yet: a full load
                    """);

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void answers(Table.Row row) {
        row.check();
    }

    private static Stream<Table.Row> answers() {
        return WISHES.decisions();
    }

    @Test
    void saysWhatIsPermittedInstead() {
        var refused =
                assertInstanceOf(
                        Plan.Refused.class, Situation.with("cause MANUAL; nodes 7").plan());

        assertEquals(
                "Asked for were 7 nodes, and the cluster has 4 x ra3.4xlarge. Redshift offers no"
                        + " elastic resize to it. A classic one is not allowed by the settings.",
                refused.sentence());
        assertEquals(
                "Permitted are 6, 8 nodes: ask for one of them, or leave the number out.",
                refused.wayOut());
    }

    @Test
    void saysWhereNothingIsPermitted() {
        var refused =
                assertInstanceOf(
                        Plan.Refused.class,
                        Situation.with("cause MANUAL; nodes 3; permitted 2=168").plan());

        assertEquals(
                "Asked for were 3 nodes, and the cluster has 4 x ra3.4xlarge. Headroom never makes"
                        + " a cluster smaller. That is done by hand, by day.",
                refused.sentence());
        assertEquals(
                "No larger size is permitted at present. Leave the number of nodes out, and the"
                        + " report says what is in the way.",
                refused.wayOut());
    }

    @Test
    void keepsNoAlarmFromAskingAfterAWishIsRefused() {
        var refused =
                assertInstanceOf(
                        Plan.Refused.class, Situation.with("cause MANUAL; nodes 7").plan());
        var notNeeded =
                assertInstanceOf(
                        Plan.NotNeeded.class, Situation.with("cause MANUAL; nodes 4").plan());

        assertEquals(Given.NOW, refused.until());
        assertEquals(Given.NOW, notNeeded.until());
    }

    @Test
    void saysWhatElseThereWas() {
        assertEquals(
                List.of(
                        new Rejected("8 (42 %) nodes", "not what was asked for"),
                        new Rejected("a classic resize", "an elastic one takes minutes")),
                Situation.with("cause MANUAL; nodes 6").plan().evidence().rejected());
    }

    @Test
    void saysWhereTheAlarmWouldStand() {
        var resize =
                assertInstanceOf(
                        Plan.Resize.class,
                        Situation.with("cause MANUAL; nodes 6; permitted 6=85 8=42").plan());

        assertEquals(
                List.of(
                        "That is not enough room: the alarm at 80 % will stand, and ask for the"
                                + " next step."),
                resize.remarks());
    }
}
