package headroom.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.run.StackEnvironment;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Facts: what Lambda takes for the environment of a function has room for the longest settings.
final class EnvironmentSizeTest {
    /// Lambda's own bound, of all names and values in bytes.
    private static final int MOST = 4096;

    private static final String CLUSTER = "c".repeat(63);
    private static final int AS_MANY_AS_FIT = 38;

    @Test
    void asManyEndpointsAsAreAllowedHaveRoomBesideTheLongestNames() {
        ClusterConfiguration configuration =
                Configuration.parse(context(AS_MANY_AS_FIT)).clusters().getFirst();
        String stack = configuration.names().stack();
        String region = "ap-southeast-1:111122223333:";
        // CloudFormation adds the name in the template, a hash of it, and some letters.
        String made = stack + "-Operators1234ABCD-ABCDEFGHIJKLM";
        var environment =
                new StackEnvironment(
                        "arn:aws-us-gov:states:" + region + "stateMachine:" + stack,
                        made,
                        configuration.names().leaseKey(),
                        "arn:aws-us-gov:sns:" + region + made);
        int bytes =
                Stream.of(configuration.settings().environment(), environment.variables())
                        .flatMap(each -> each.entrySet().stream())
                        .flatMap(each -> Stream.of(each.getKey(), each.getValue()))
                        .mapToInt(each -> each.getBytes(StandardCharsets.UTF_8).length)
                        .sum();
        assertTrue(bytes <= MOST, bytes + " bytes");
    }

    @Test
    void oneEndpointMoreIsToldBeforeAnythingIsDeployed() {
        Map<String, ?> context = context(AS_MANY_AS_FIT + 1);
        var refused = assertThrows(WrongSettings.class, () -> Configuration.parse(context));
        assertEquals(
                """
                Nothing is synthesised, because the settings are wrong:
                  endpoints are 39 with 2,768 characters in all; expected at most 2,700 characters, commas among them, as the environment of a Lambda function holds 4 KB. Let tasks share an endpoint, or give endpoints shorter ARNs: DMS takes one of your own as ResourceIdentifier when it makes an endpoint.\
                """,
                refused.getMessage());
    }

    private static Map<String, ?> context(int endpoints) {
        return Map.of(
                "cluster",
                CLUSTER,
                "endpoints",
                IntStream.range(0, endpoints).mapToObj(EnvironmentSizeTest::endpoint).toList(),
                "maxNodes",
                128,
                "sourceLogRetentionHours",
                2160,
                "classicHours",
                336,
                "window",
                "MON,TUE,WED,THU,FRI,SAT,SUN 01:00-05:00 America/Argentina/Buenos_Aires");
    }

    /// With a name as long as DMS makes them.
    private static String endpoint(int number) {
        return "arn:aws:dms:eu-west-1:111122223333:endpoint:"
                + String.format(Locale.ROOT, "ABCDEFGHIJKLMNOPQRSTUVWX%02d", number);
    }
}
