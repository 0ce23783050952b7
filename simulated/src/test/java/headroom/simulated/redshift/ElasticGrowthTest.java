package headroom.simulated.redshift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.services.redshift.model.NodeConfigurationOption;
import software.amazon.awssdk.services.redshift.model.UnsupportedOptionException;

import java.time.Duration;
import java.util.List;

/// Elastic growth is counted from the original size, or that of the last classic resize.
final class ElasticGrowthTest {
    private static final RedshiftBehaviour MANY =
            RedshiftBehaviour.ORDINARY.withSizes(2, 3, 4, 5, 6, 8, 9, 12, 16, 17);

    @ParameterizedTest
    @CsvSource({
        "DC2_LARGE,    8",
        "DC2_8XLARGE,  8",
        "RA3_LARGE,    8",
        "RA3_XLPLUS,   8",
        "RA3_4XLARGE,  16",
        "RA3_16XLARGE, 16",
        "RG_LARGE,     8",
        "RG_XLARGE,    8",
        "RG_4XLARGE,   16",
        "RG_12XLARGE,  16"
    })
    void reachesSoManyNodesFromFour(SimulatedNodeType type, int most) {
        OneCluster scenario = new OneCluster(4, 50, MANY.with(type));

        assertEquals(most, sizes(scenario, type).getLast());
        assertThrows(UnsupportedOptionException.class, () -> scenario.resizeElastically(most + 1));
        scenario.resizeElastically(most);
    }

    @Test
    void hasOneStepOfASmallNodeType() {
        OneCluster scenario = new OneCluster(4, 50, MANY.with(SimulatedNodeType.RA3_XLPLUS));

        scenario.resizeElastically(8);
        scenario.pass(Duration.ofHours(1));

        assertEquals(List.of(2, 3, 4, 5, 6), sizes(scenario, SimulatedNodeType.RA3_XLPLUS));
        assertThrows(UnsupportedOptionException.class, () -> scenario.resizeElastically(16));
    }

    @Test
    void isCountedFromTheSizeOfTheLastClassicResize() {
        OneCluster scenario = new OneCluster(2, 50, MANY);

        scenario.resizeClassically(4);
        scenario.pass(Duration.ofHours(21));

        assertEquals(16, sizes(scenario, SimulatedNodeType.RA3_4XLARGE).getLast());
    }

    @Test
    void isCountedFromWhatTheSceneSays() {
        OneCluster scenario = new OneCluster(8, 50, MANY.withOriginal(3));

        assertEquals(12, sizes(scenario, SimulatedNodeType.RA3_4XLARGE).getLast());
    }

    private static List<Integer> sizes(OneCluster scenario, SimulatedNodeType type) {
        return scenario.options().stream()
                .filter(each -> each.nodeType().equals(type.shown()))
                .map(NodeConfigurationOption::numberOfNodes)
                .distinct()
                .sorted()
                .toList();
    }
}
