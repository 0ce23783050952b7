package headroom.redshift.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;

import headroom.redshift.Given;
import headroom.redshift.GivenAws;
import headroom.simulated.redshift.SimulatedEndpoint;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import software.amazon.awssdk.services.databasemigration.model.DescribeEndpointsRequest;
import software.amazon.awssdk.services.databasemigration.model.Filter;
import software.amazon.awssdk.services.databasemigration.model.RedshiftSettings;
import software.amazon.awssdk.services.databasemigration.model.ResourceNotFoundException;

import java.util.Arrays;
import java.util.List;

final class StrayEndpointTest {
    private static final String ADDRESS = "sales.abc123.eu-west-1.redshift.amazonaws.com";

    private final GivenAws aws = new GivenAws();

    @Test
    void pointsAtTheClusterAndIsNotConfigured() {
        aws.endpoint("TARGET", ADDRESS)
                .endpoint("marketing", ADDRESS)
                .endpoint("elsewhere", "other." + ADDRESS);
        RedshiftSettings settings = RedshiftSettings.builder().serverName(ADDRESS).build();
        aws.dms.add(new SimulatedEndpoint("template", "redshift", "", settings));
        aws.endpoint("nowhere", "");

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
                Arrays.asList(null, "2", "4"),
                looks().stream().map(DescribeEndpointsRequest::marker).toList());
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
        aws.endpoint("marketing", server);

        assertEquals(
                List.of("marketing"), stray().stream().map(StrayEndpoint::identifier).toList());
    }

    @Test
    void isSoughtAmongThoseOfRedshift() {
        aws.endpoint("TARGET", ADDRESS);

        stray();

        assertEquals(
                List.of(Filter.builder().name("engine-name").values("redshift").build()),
                looks().getFirst().filters());
    }

    @Test
    void isNoneWhereDmsFindsNoneTwice() {
        assertEquals(List.of(), stray());
        assertEquals(2, looks().size());
    }

    @Test
    void isThereIfDmsDeniesItOnce() {
        aws.endpoint("marketing", ADDRESS);
        doThrow(ResourceNotFoundException.class)
                .doCallRealMethod()
                .when(aws.dms)
                .describeEndpoints(any(DescribeEndpointsRequest.class));

        assertEquals(1, stray().size());
    }

    private List<DescribeEndpointsRequest> looks() {
        return aws.asked(DescribeEndpointsRequest.class);
    }

    private List<StrayEndpoint> stray() {
        return StrayEndpoint.of(aws.dms, ADDRESS, List.of(Given.TARGET));
    }
}
