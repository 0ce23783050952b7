package headroom.simulated.redshift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.simulated.redshift.RedshiftBehaviour.Quirk;

import org.junit.jupiter.api.Test;

import software.amazon.awssdk.services.redshift.model.ActionType;
import software.amazon.awssdk.services.redshift.model.NodeConfigurationOption;
import software.amazon.awssdk.services.redshift.model.UnsupportedOperationException;
import software.amazon.awssdk.services.redshift.model.UnsupportedOptionException;

import java.util.List;
import java.util.Objects;

final class ResizeOptionsTest {
    private static final RedshiftBehaviour TWO_SIZES = RedshiftBehaviour.ORDINARY.withSizes(5, 10);

    @Test
    void areThoseOfTheSceneAmongOthersThatDoNotFit() {
        assertEquals(
                List.of(
                        "5 x ra3.16xlarge standard 40.0",
                        "5 x ra3.4xlarge high-performance 40.0",
                        "5 x ra3.4xlarge standard 40.0",
                        "10 x ra3.16xlarge standard 20.0",
                        "10 x ra3.4xlarge high-performance 20.0",
                        "10 x ra3.4xlarge standard 20.0"),
                options(new OneCluster(4, 50, TWO_SIZES)).stream()
                        .map(ResizeOptionsTest::sentence)
                        .toList());
    }

    @Test
    void areTheOnlyTargets() {
        OneCluster scenario = new OneCluster(4, 50, TWO_SIZES);

        assertThrows(UnsupportedOptionException.class, () -> scenario.resizeElastically(8));
        scenario.resizeElastically(10);

        assertEquals(List.of("4 -> 10 nodes"), scenario.changes());
    }

    @Test
    void mayComeWithoutEstimates() {
        var options = options(new OneCluster(4, 50, TWO_SIZES.with(Quirk.ESTIMATES_LEFT_OUT)));

        assertEquals(6, options.size());
        assertTrue(
                options.stream()
                        .map(NodeConfigurationOption::estimatedDiskUtilizationPercent)
                        .allMatch(Objects::isNull));
    }

    @Test
    void areNoneForASingleNodeWhichMayBeToldInTwoWays() {
        assertEquals(List.of(), options(OneCluster.of(1)));

        var refusing = RedshiftBehaviour.ORDINARY.with(Quirk.OPTIONS_REFUSED);
        assertThrows(
                UnsupportedOperationException.class,
                () -> options(new OneCluster(1, 50, refusing)));
        assertEquals(15, options(new OneCluster(8, 50, refusing)).size());
    }

    private static List<NodeConfigurationOption> options(OneCluster scenario) {
        return scenario
                .redshift
                .describeNodeConfigurationOptionsPaginator(
                        request ->
                                request.actionType(ActionType.RESIZE_CLUSTER)
                                        .clusterIdentifier(OneCluster.NAME))
                .nodeConfigurationOptionList()
                .stream()
                .toList();
    }

    private static String sentence(NodeConfigurationOption option) {
        return "%d x %s %s %s"
                .formatted(
                        option.numberOfNodes(),
                        option.nodeType(),
                        option.modeAsString(),
                        option.estimatedDiskUtilizationPercent());
    }
}
