package headroom.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Facts: what is no mistake, and mistakes that the table of [WrongSettingsTest] cannot show.
final class MistakesTest {
    private static final String ENDPOINT = "arn:aws:dms:eu-west-1:111122223333:endpoint:ABC";

    @Test
    void asksForNoTargetOfWhoDoubles() {
        assertEquals(50, parsed(Map.of("alarmPercent", "50")).settings().policy().alarmPercent());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SAT 01:00-01:00 UTC", "SAT 1:00-5:00 UTC", "SAT 01:00-05:00", "Always", ""})
    void refusesWindowsThatAreNotUnderstoodOrNeverOpen(String window) {
        String refusal = refusal(cluster(Map.of("window", window)));
        assertTrue(refusal.contains("window is \"" + window + "\"; expected always"), refusal);
    }

    @Test
    void takesAlwaysForAWindowThatIsNeverClosed() {
        assertEquals(
                Optional.empty(), parsed(Map.of("window", "always")).settings().policy().window());
    }

    @Test
    void leavesKeysOfTheCommandLineAloneThatLookLikeNoSetting() {
        parsed(
                Map.of(
                        "aws:cdk:enable-path-metadata", "true",
                        "@aws-cdk/core:checkSecretUsage", "true",
                        "availability-zones:account=1:region=eu-west-1", "a",
                        "team", "warehouse",
                        "owner", "warehouse"));
    }

    @Test
    void suggestsASettingEvenIfNothingElseIsConfigured() {
        assertEquals(
                """
                Nothing is synthesised, because the settings are wrong:
                  Cluster is not a setting; did you mean cluster?
                  cluster is missing; expected the Redshift cluster's identifier: at most 63 lower-case letters, digits and single hyphens, with a letter first and no hyphen last. Example: -c cluster=analytics
                  endpoints is missing; expected the ARNs of the DMS endpoints that point at the cluster, at least one. Example: -c endpoints=arn:aws:dms:eu-west-1:111122223333:endpoint:ABC
                  maxNodes is missing; expected a whole number from 2 to 128, the size that no resize goes above. Example: -c maxNodes=16\
                """,
                refusal(Map.of("Cluster", "analytics")));
    }

    private static ClusterConfiguration parsed(Map<String, ?> settings) {
        return Configuration.parse(cluster(settings)).clusters().getFirst();
    }

    private static String refusal(Map<String, ?> context) {
        return String.valueOf(
                assertThrows(WrongSettings.class, () -> Configuration.parse(context)).getMessage());
    }

    private static Map<String, Object> cluster(Map<String, ?> settings) {
        Map<String, Object> cluster = new HashMap<>(settings);
        cluster.put("cluster", "analytics");
        cluster.put("endpoints", List.of(ENDPOINT));
        cluster.put("maxNodes", 16);
        return cluster;
    }
}
