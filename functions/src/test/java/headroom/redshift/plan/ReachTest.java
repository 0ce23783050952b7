package headroom.redshift.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/// What is said of how far a cluster can still grow. The ordinary is that of [DecisionTest].
final class ReachTest {
    private static final String COUNTS =
            "counts elastic growth from the size that a cluster was created with, or that its last"
                    + " classic resize gave it.";

    /// The last column is how many nodes are said to be the last elastic step, 0 if that is not
    /// said, and to how many nodes a classic resize is said to lead from there.
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    # why                                              | situation                                                                     | last, classic
                    more is permitted and open                         | permitted 6=56 8=42 12=28                                                     | 0, 0
                    the largest that is permitted                      | permitted 6=56 8=42                                                           | 8, 16
                    a small node type has doubled already              | cluster 2 x ra3.xlplus; permitted 3=56 4=42                                   | 4, 16
                    the type ends below the ceiling                    | cluster 8 x ra3.large; permitted 12=56; maxNodes 40                           | 12, 16
                    the type has no more nodes, whatever is elastic    | cluster 16 x ra3.4xlarge; permitted 32=42; maxNodes 64                        | 32, 0
                    the ceiling ends growth first                      | permitted 6=56 8=42; maxNodes 8                                               | 0, 0
                    more is permitted, above the ceiling               | permitted 6=56 8=42 20=17; maxNodes 16                                        | 0, 0
                    more is permitted, above twice                     | permitted 8=42 12=28                                                          | 0, 0
                    a step that fits, with more to come                | growth fit; permitted 6=56 8=42                                               | 0, 0
                    a step that fits, with nothing to come             | growth fit; permitted 5=67 6=56                                               | 6, 16
                    smaller sizes do not count                         | permitted 2=168 5=67                                                          | 5, 16
                    a person asks for the largest                      | cause MANUAL; nodes 8; permitted 6=56 8=42                                    | 8, 16
                    a person asks for less                             | cause MANUAL; nodes 6; permitted 6=56 8=42                                    | 0, 0
                    a classic resize is no elastic step                | permitted none; classicHours 12                                               | 0, 0
                    a classic resize from a single node is none either | cluster 1 x dc2.large; permitted none; classicHours 12                        | 0, 0
                    """)
    void saysWhichElasticStepIsTheLast(String why, String situation, String said) {
        List<String> remarks = resize(situation).remarks();
        assertEquals(
                said,
                remarks.stream()
                        .filter(each -> each.startsWith("This is the last elastic step"))
                        .map(ReachTest::inShort)
                        .findFirst()
                        .orElse("0, 0"),
                () -> why + ": " + remarks);
    }

    private static String inShort(String remark) {
        return number("permits no more than ", remark)
                + ", "
                + number("resize to no more than ", remark);
    }

    private static int number(String before, String remark) {
        int at = remark.indexOf(before);
        return at < 0
                ? 0
                : Integer.parseInt(remark.substring(at + before.length()).split(" ", 2)[0]);
    }

    @Test
    void saysWhyAndWhatRemains() {
        String last =
                "This is the last elastic step, as Redshift permits no more than 4 nodes: it "
                        + COUNTS;
        String small = "cluster 2 x ra3.xlplus; permitted 3=56 4=42; ";
        assertEquals(
                List.of(
                        last
                                + " What remains is a classic resize to no more than 16 nodes"
                                + " (maxNodes), which the settings do not allow, or another node"
                                + " type, by hand."),
                resize(small + "maxNodes 16").remarks());
        assertEquals(
                List.of(
                        last
                                + " What remains is a classic resize to no more than 32 nodes, for"
                                + " about 12 h, or another node type, by hand."),
                resize(small + "maxNodes 40; classicHours 12").remarks());
        assertEquals(
                List.of(last + " What remains is another node type, by hand."),
                resize("cluster 2 x new.large; permitted 3=56 4=42").remarks());
    }

    @Test
    void saysWhyThereIsNoElasticStep() {
        var refused =
                assertInstanceOf(
                        Plan.Refused.class,
                        Situation.with("cluster 4 x ra3.xlplus; permitted 2=168").plan());
        assertEquals(
                "No elastic resize makes room: the cluster has 4 x ra3.xlplus, and Redshift permits"
                        + " 2. It "
                        + COUNTS
                        + " What remains is a classic resize to no more than 16 nodes (maxNodes),"
                        + " which the settings do not allow, or another node type, by hand.",
                refused.sentence());
        assertEquals(
                "No elastic resize makes room: the cluster has 4 x ra3.xlplus, and Redshift permits"
                        + " 2. It "
                        + COUNTS,
                resize("cluster 4 x ra3.xlplus; permitted 2=168; classicHours 12")
                        .remarks()
                        .getFirst());
    }

    @Test
    void saysWhyASizeThatIsAskedForIsNotElastic() {
        assertEquals(
                "Redshift offers no elastic resize to it: it " + COUNTS,
                resize("cause MANUAL; nodes 12; classicHours 12").remarks().getFirst());
        assertEquals(
                "Redshift offers no elastic resize to it.",
                resize("cause MANUAL; nodes 7; classicHours 12").remarks().getFirst());
    }

    private static Plan.Resize resize(String differences) {
        return assertInstanceOf(Plan.Resize.class, Situation.with(differences).plan());
    }
}
