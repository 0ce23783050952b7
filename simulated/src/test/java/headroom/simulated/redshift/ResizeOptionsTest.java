package headroom.simulated.redshift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.simulated.redshift.RedshiftBehaviour.Quirk;

import org.junit.jupiter.api.Test;

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
                new OneCluster(4, 50, TWO_SIZES)
                        .options().stream().map(ResizeOptionsTest::sentence).toList());
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
        var options = new OneCluster(4, 50, TWO_SIZES.with(Quirk.ESTIMATES_LEFT_OUT)).options();

        assertEquals(6, options.size());
        assertTrue(
                options.stream()
                        .map(NodeConfigurationOption::estimatedDiskUtilizationPercent)
                        .allMatch(Objects::isNull));
    }

    @Test
    void areNoneForASingleNodeWhichMayBeToldInTwoWays() {
        assertEquals(List.of(), OneCluster.of(1).options());

        var refusing = RedshiftBehaviour.ORDINARY.with(Quirk.OPTIONS_REFUSED);
        assertThrows(
                UnsupportedOperationException.class,
                () -> new OneCluster(1, 50, refusing).options());
        assertEquals(15, new OneCluster(8, 50, refusing).options().size());
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
