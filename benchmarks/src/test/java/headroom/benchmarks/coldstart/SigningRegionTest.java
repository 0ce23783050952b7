package headroom.benchmarks.coldstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.ServiceMetadata;

import java.util.List;

/// The deployed functions lack the SDK's table of services, and so sign for the region that they
/// run in. Here the SDK is whole.
final class SigningRegionTest {
    /// By the prefixes of their endpoints, which the table goes by.
    @ParameterizedTest
    @ValueSource(strings = {"redshift", "dms", "states", "monitoring", "dynamodb", "sns"})
    void isTheClientsOwnInEveryRegion(String service) {
        List<Region> regions =
                Region.regions().stream().filter(each -> !each.isGlobalRegion()).toList();
        assertFalse(ServiceMetadata.of(service).regions().isEmpty(), service + " is in the table");
        for (Region each : regions) {
            assertEquals(each, ServiceMetadata.of(service).signingRegion(each));
        }
    }
}
