package headroom.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

final class DestinationTest {
    private static final Map<String, String> KNOWN =
            Map.of("CDK_DEFAULT_ACCOUNT", "111122223333", "CDK_DEFAULT_REGION", "eu-west-1");

    @Test
    void isWhatTheCdkCommandFoundCredentialsFor() {
        assertEquals(
                Optional.of(new Destination("111122223333", "eu-west-1")), Destination.of(KNOWN));
    }

    /// Without credentials the command names us-east-1, which nobody has chosen.
    @Test
    void isUnknownWithoutAnAccount() {
        assertEquals(Optional.empty(), Destination.of(Map.of("CDK_DEFAULT_REGION", "us-east-1")));
        assertEquals(
                Optional.empty(),
                Destination.of(
                        Map.of("CDK_DEFAULT_REGION", "us-east-1", "CDK_DEFAULT_ACCOUNT", "")));
        assertEquals(Optional.empty(), Destination.of(Map.of()));
    }

    @Test
    void takesEndpointsThatAreThere() {
        var context =
                Map.of(
                        "cluster",
                        "analytics",
                        "endpoints",
                        List.of("arn:aws:dms:eu-west-1:111122223333:endpoint:ABC"),
                        "maxNodes",
                        16);
        assertEquals(
                Configuration.parse(context), Configuration.parse(context, Destination.of(KNOWN)));
    }
}
