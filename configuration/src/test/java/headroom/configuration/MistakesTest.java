package headroom.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Facts: mistakes that no setting makes by itself, and keys that are no setting.
final class MistakesTest {
    private static final String ENDPOINT = "arn:aws:dms:eu-west-1:111122223333:endpoint:ABC";

    @Test
    void tellsAllThatDoesNotFitTogether() {
        assertMistakes(
                Map.of(
                        "alarmPercent", "90",
                        "criticalPercent", "85",
                        "growth", "fit",
                        "targetPercent", "95",
                        "classicHours", "48",
                        "sourceLogRetentionHours", "36"),
                "alarmPercent is 90, and criticalPercent is 85; expected alarmPercent below"
                    + " criticalPercent: the alarm is meant to speak first. Lower alarmPercent or"
                    + " raise criticalPercent.",
                "targetPercent is 95, and alarmPercent is 90; expected targetPercent below"
                    + " alarmPercent: a resize that ends above the alarm's level asks for the next"
                    + " one. Lower targetPercent or raise alarmPercent.",
                "classicHours is 48, and sourceLogRetentionHours is 36; expected classicHours below"
                    + " sourceLogRetentionHours: every plan refuses a resize that may outlast the"
                    + " source's log. Lower classicHours, or let the source keep its log for longer"
                    + " and raise sourceLogRetentionHours.");
    }

    @Test
    void saysWhichOfTwoNumbersIsADefault() {
        assertMistakes(
                Map.of("alarmPercent", "90"),
                "alarmPercent is 90, and criticalPercent is 90 by default; expected alarmPercent"
                        + " below criticalPercent: the alarm is meant to speak first. Lower"
                        + " alarmPercent or raise criticalPercent.");
        assertMistakes(
                Map.of("alarmPercent", "60", "growth", "fit"),
                "targetPercent is 60 by default, and alarmPercent is 60; expected targetPercent"
                    + " below alarmPercent: a resize that ends above the alarm's level asks for the"
                    + " next one. Lower targetPercent or raise alarmPercent.");
        assertMistakes(
                Map.of("classicHours", "24"),
                "classicHours is 24, and sourceLogRetentionHours is 24 by default; expected"
                    + " classicHours below sourceLogRetentionHours: every plan refuses a resize"
                    + " that may outlast the source's log. Lower classicHours, or let the source"
                    + " keep its log for longer and raise sourceLogRetentionHours.");
    }

    @Test
    void saysInWhichEntryOfTheFileTwoNumbersDoNotFit() {
        Map<String, Object> cluster = cluster(Map.of("classicHours", 24));
        assertEquals(
                """
                Nothing is synthesised, because the settings are wrong:
                  clusters[0].classicHours is 24, and sourceLogRetentionHours is 24 by default; expected classicHours below sourceLogRetentionHours: every plan refuses a resize that may outlast the source's log. Lower classicHours, or let the source keep its log for longer and raise sourceLogRetentionHours.\
                """,
                refusal(Map.of("clusters", List.of(cluster))));
    }

    @Test
    void asksForNoTargetOfWhoDoublesUnlessItIsWritten() {
        assertEquals(50, parsed(Map.of("alarmPercent", "50")).settings().policy().alarmPercent());
        assertMistakes(
                Map.of("alarmPercent", "50", "targetPercent", "50"),
                "targetPercent is 50, and alarmPercent is 50; expected targetPercent below"
                    + " alarmPercent: a resize that ends above the alarm's level asks for the next"
                    + " one. Lower targetPercent or raise alarmPercent.");
    }

    /// What cannot be read would otherwise be compared by its default, and blamed twice.
    @Test
    void comparesNoNumberThatIsAMistakeByItself() {
        assertMistakes(
                Map.of("alarmPercent", "200", "criticalPercent", "70"),
                "alarmPercent is \"200\"; expected a whole number from 1 to 99, the disk use from"
                    + " which the alarm asks for room (default 80). Example: -c alarmPercent=80");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"SAT 01:00-01:00 UTC", "SAT 1:00-5:00 UTC", "SAT 01:00-05:00", "Always", ""})
    void refusesWindowsThatAreNotUnderstoodOrNeverOpen(String window) {
        assertMistakes(
                Map.of("window", window),
                "window is \""
                        + window
                        + "\"; expected always, or days, times and a time zone, as in SAT,SUN"
                        + " 01:00-05:00 Europe/Berlin, MON-FRI 22:00-06:00 UTC or daily 00:00-04:00"
                        + " America/New_York: the hours in which a resize may begin unasked, from"
                        + " one time to a different one (default always). Example: -c"
                        + " 'window=SAT,SUN 01:00-05:00 Europe/Berlin'");
    }

    @Test
    void takesAlwaysForAWindowThatIsNeverClosed() {
        assertEquals(
                Optional.empty(), parsed(Map.of("window", "always")).settings().policy().window());
    }

    @Test
    void suggestsWhatAMisspelledKeyOfTheCommandLineMeant() {
        assertMistakes(
                Map.of("MODE", "ask", "classichour", "12", "mdoe", "ask"),
                "MODE is not a setting; did you mean mode?",
                "classichour is not a setting; did you mean classicHours?",
                "mdoe is not a setting; did you mean mode?");
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

    @Test
    void refusesAMisspelledKeyBesideAListOfClusters() {
        assertEquals(
                """
                Nothing is synthesised, because the settings are wrong:
                  maxnodes is not a setting; did you mean maxNodes?\
                """,
                refusal(Map.of("clusters", List.of(cluster(Map.of())), "maxnodes", "8")));
    }

    private static Configuration parsed(Map<String, ?> settings) {
        return Configuration.parse(cluster(settings)).getFirst();
    }

    private static void assertMistakes(Map<String, ?> settings, String... mistakes) {
        assertEquals(
                "Nothing is synthesised, because the settings are wrong:\n  "
                        + String.join("\n  ", mistakes),
                refusal(cluster(settings)));
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
