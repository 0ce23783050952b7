package headroom.redshift.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import headroom.redshift.DmsStub;
import headroom.redshift.Given;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.services.databasemigration.model.DescribeEndpointsRequest;
import software.amazon.awssdk.services.databasemigration.model.Filter;

import java.util.Arrays;
import java.util.List;

final class StrayEndpointTest {
    private static final String ADDRESS = "sales.abc123.eu-west-1.redshift.amazonaws.com";

    private final DmsStub dms = new DmsStub();

    @Test
    void pointsAtTheClusterAndIsNotConfigured() {
        dms.pagesOf(1)
                .endpoint("TARGET", it -> it.serverName(ADDRESS))
                .endpoint("marketing", it -> it.serverName(ADDRESS))
                .endpoint("elsewhere", it -> it.serverName("other." + ADDRESS))
                .endpoint("template", it -> it.redshiftSettings(to -> to.serverName(ADDRESS)))
                .endpoint("nowhere", it -> {});

        assertEquals(
                List.of(
                        new StrayEndpoint(
                                "arn:aws:dms:eu-west-1:111122223333:endpoint:marketing",
                                "marketing"),
                        new StrayEndpoint(
                                "arn:aws:dms:eu-west-1:111122223333:endpoint:template",
                                "template")),
                stray());
        assertEquals(
                Arrays.asList(null, "1", "2", "3", "4"),
                dms.endpointLooks.stream().map(DescribeEndpointsRequest::marker).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ADDRESS,
                ADDRESS + ":5439",
                ADDRESS + ":5439/dev",
                ADDRESS + "/dev",
                " Sales.ABC123.eu-west-1.redshift.amazonaws.com "
            })
    void isKnownHoweverTheAddressIsWritten(String server) {
        dms.endpoint("marketing", it -> it.serverName(server));

        assertEquals(
                List.of("marketing"), stray().stream().map(StrayEndpoint::identifier).toList());
    }

    @Test
    void isSoughtAmongThoseOfRedshift() {
        dms.endpoint("TARGET", it -> it.serverName(ADDRESS));

        stray();

        assertEquals(
                List.of(Filter.builder().name("engine-name").values("redshift").build()),
                dms.endpointLooks.getFirst().filters());
    }

    @Test
    void isNoneWhereDmsFindsNoneTwice() {
        assertEquals(List.of(), stray());
        assertEquals(2, dms.endpointLooks.size());
    }

    @Test
    void isThereIfDmsDeniesItOnce() {
        dms.endpoint("marketing", it -> it.serverName(ADDRESS)).deniesOnce();

        assertEquals(1, stray().size());
    }

    private List<StrayEndpoint> stray() {
        return StrayEndpoint.of(dms, ADDRESS, List.of(Given.TARGET));
    }
}
