package headroom.redshift.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.run.Cause;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.redshift.model.ActionType;

import java.util.Arrays;
import java.util.List;

/// How the plan reads the sizes that Redshift permits.
final class PlanResizeSizesTest extends Planning {
    @Test
    void asksForTheElasticSizesOfOurClusterPageByPage() {
        redshift.sizesPage(option("ra3.4xlarge", 5, "standard", 67.0))
                .sizesPage(option("ra3.4xlarge", 6, "standard", 56.0))
                .sizesPage(option("ra3.4xlarge", 7, "standard", 48.0));

        assertEquals(7, assertInstanceOf(Plan.Resize.class, plan(Cause.ALARM)).to());
        assertEquals(
                Arrays.asList(null, "1", "2"),
                redshift.sizeLooks.stream().map(each -> each.marker()).toList());
        assertEquals(ActionType.RESIZE_CLUSTER, redshift.sizeLooks.getFirst().actionType());
    }

    @Test
    void takesSizesOfTheSameNodeTypeOnceEachWithTheLessFavourableEstimate() {
        redshift.sizesPage(
                option("ra3.16xlarge", 8, "standard", 10.0),
                option("ra3.4xlarge", 7, "high-performance", 48.0),
                option("ra3.4xlarge", 7, "standard", 47.0),
                option("ra3.4xlarge", 5, null, 67.0),
                option("ra3.4xlarge", 5, "standard", null),
                option("ra3.4xlarge", null, "standard", 1.0));

        assertTrue(
                plan(Cause.ALARM)
                        .evidence()
                        .seen()
                        .contains(
                                "Permitted sizes: 5 (67 %), 7 (48 %) nodes, with the expected disk"
                                        + " use."));
    }

    @Test
    void takesAClusterWhoseSizesRedshiftRefusesToTellForOneWithoutElasticSizes() {
        redshift.clusterIs("available", 1).sizesAreRefused();

        assertEquals(
                "no elastic resize",
                assertInstanceOf(Plan.Refused.class, plan(Cause.ALARM)).about());
    }

    @Test
    void doesNotAskForSizesWhileTheClusterCannotBeChanged() {
        redshift.clusterIs("resizing", 4);

        assertInstanceOf(Plan.Refused.class, plan(Cause.ALARM));
        assertEquals(List.of(), redshift.sizeLooks);
    }
}
