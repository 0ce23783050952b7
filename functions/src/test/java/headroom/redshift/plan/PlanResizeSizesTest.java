package headroom.redshift.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;

import headroom.run.Cause;
import headroom.simulated.redshift.RedshiftBehaviour;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.redshift.model.ActionType;
import software.amazon.awssdk.services.redshift.model.DescribeNodeConfigurationOptionsRequest;
import software.amazon.awssdk.services.redshift.model.DescribeNodeConfigurationOptionsResponse;
import software.amazon.awssdk.services.redshift.model.NodeConfigurationOption;

import java.util.Arrays;
import java.util.List;

/// How the plan reads the sizes that Redshift permits.
final class PlanResizeSizesTest extends Planning {
    @Test
    void asksForTheElasticSizesOfOurClusterPageByPage() {
        aws = given(RedshiftBehaviour.ORDINARY.withSizes(5, 6, 7));

        assertEquals(7, assertInstanceOf(Plan.Resize.class, plan(Cause.ALARM)).to());
        assertEquals(
                Arrays.asList(null, "2", "4", "6", "8"),
                looks().stream().map(each -> each.marker()).toList());
        assertEquals(ActionType.RESIZE_CLUSTER, looks().getFirst().actionType());
    }

    @Test
    void takesSizesOfTheSameNodeTypeOnceEachWithTheLessFavourableEstimate() {
        sizes(
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
        aws.clusterIs("available", 1);

        assertEquals(
                "no elastic resize",
                assertInstanceOf(Plan.Refused.class, plan(Cause.ALARM)).about());
    }

    @Test
    void doesNotAskForSizesWhileTheClusterCannotBeChanged() {
        aws.clusterIs("resizing", 4);

        assertInstanceOf(Plan.Refused.class, plan(Cause.ALARM));
        assertEquals(List.of(), looks());
    }

    private List<DescribeNodeConfigurationOptionsRequest> looks() {
        return aws.asked(DescribeNodeConfigurationOptionsRequest.class);
    }

    /// As far as the service's model permits.
    private void sizes(NodeConfigurationOption... options) {
        doReturn(
                        DescribeNodeConfigurationOptionsResponse.builder()
                                .nodeConfigurationOptionList(options)
                                .build())
                .when(aws.redshift)
                .describeNodeConfigurationOptions(
                        any(DescribeNodeConfigurationOptionsRequest.class));
    }

    private static NodeConfigurationOption option(
            String type, @Nullable Integer nodes, @Nullable String mode, @Nullable Double disk) {
        return NodeConfigurationOption.builder()
                .nodeType(type)
                .numberOfNodes(nodes)
                .mode(mode)
                .estimatedDiskUtilizationPercent(disk)
                .build();
    }
}
