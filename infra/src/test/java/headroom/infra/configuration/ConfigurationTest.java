package headroom.infra.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.Policy;
import headroom.Settings;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class ConfigurationTest {
    private static final String ENDPOINT = "arn:aws:dms:eu-west-1:111122223333:endpoint:ABC";
    private static final String OTHER = "arn:aws-cn:dms:cn-north-1:111122223333:endpoint:my-rs";

    @Test
    void readsOneClusterFromTheCommandLineWhereEverythingIsText() {
        var configuration =
                Configuration.parse(
                        Map.of(
                                "cluster", "analytics",
                                "endpoints", ENDPOINT + "," + OTHER,
                                "maxNodes", "16",
                                "alarmPercent", "75",
                                "snapshotRetentionDays", "3653",
                                "operatorsEmail", "ops@example.com",
                                "aws:cdk:enable-path-metadata", true));
        assertEquals(
                List.of(
                        new Configuration(
                                new Settings(
                                        "analytics",
                                        List.of(ENDPOINT, OTHER),
                                        new Policy(
                                                75,
                                                90,
                                                Policy.Growth.DOUBLE,
                                                60,
                                                16,
                                                Optional.empty(),
                                                Policy.Mode.AUTO,
                                                Optional.empty(),
                                                false),
                                        3653,
                                        24),
                                Optional.of("ops@example.com"))),
                configuration);
    }

    @Test
    void readsAnyNumberOfClustersFromTheFileAndFillsInTheDefaults() {
        var configurations =
                Configuration.parse(Map.of("clusters", List.of(entry("a"), entry("b"))));
        assertEquals(
                List.of(
                        new Configuration(
                                new Settings("a", List.of(ENDPOINT), Policy.upTo(16), 7, 24),
                                Optional.empty()),
                        new Configuration(
                                new Settings("b", List.of(ENDPOINT), Policy.upTo(16), 7, 24),
                                Optional.empty())),
                configurations);
    }

    @Test
    void derivesTheNamesOfTheStackAndTheLease() {
        var configuration =
                Configuration.parse(Map.of("clusters", List.of(entry("sales-eu")))).getFirst();
        assertEquals("headroom-sales-eu", configuration.name());
        assertEquals("redshift/sales-eu", configuration.leaseKey());
    }

    @Test
    void saysWhatToPassWhenNothingIsConfigured() {
        assertEquals(
                """
                Nothing is synthesised, because no cluster is configured. Give one with -c:
                  -c cluster=analytics -c endpoints=arn:aws:dms:eu-west-1:111122223333:endpoint:ABC -c maxNodes=16
                or any number of them as "clusters" in the context of cdk.json:
                  "clusters": [{"cluster": "analytics", "endpoints": ["arn:aws:dms:eu-west-1:111122223333:endpoint:ABC"], "maxNodes": 16}]
                All settings:
                  cluster: the Redshift cluster's identifier: at most 63 lower-case letters, digits and single hyphens, with a letter first and no hyphen last
                  endpoints: the ARNs of the DMS endpoints that point at the cluster, at least one
                  maxNodes: a whole number from 2 to 128, the size that no resize goes above
                  alarmPercent: a whole number from 1 to 99, the disk use from which the alarm asks for room (default 80)
                  snapshotRetentionDays: a whole number from 1 to 3653, the days for which the snapshot before a resize is kept (default 7)
                  sourceLogRetentionHours: a whole number from 1 to 2160, the hours for which the source keeps the log that a stopped task resumes from (default 24)
                  operatorsEmail: the e-mail address that reports are sent to\
                """,
                refusal(Map.of("aws:cdk:enable-path-metadata", true)));
    }

    @Test
    void tellsAllMistakesOfTheCommandLineAtOnce() {
        assertEquals(
                """
                Nothing is synthesised, because the settings are wrong:
                  cluster is "Analytics"; expected the Redshift cluster's identifier: at most 63 lower-case letters, digits and single hyphens, with a letter first and no hyphen last. Example: -c cluster=analytics
                  endpoints is "arn:aws:dms:eu-west-1:111122223333:rep:ABC"; expected the ARNs of the DMS endpoints that point at the cluster, at least one. Example: -c endpoints=arn:aws:dms:eu-west-1:111122223333:endpoint:ABC
                  maxNodes is missing; expected a whole number from 2 to 128, the size that no resize goes above. Example: -c maxNodes=16
                  alarmPercent is "80%"; expected a whole number from 1 to 99, the disk use from which the alarm asks for room (default 80). Example: -c alarmPercent=80
                  snapshotRetentionDays is "0"; expected a whole number from 1 to 3653, the days for which the snapshot before a resize is kept (default 7). Example: -c snapshotRetentionDays=7
                  operatorsEmail is "nobody"; expected the e-mail address that reports are sent to. Example: -c operatorsEmail=operators@example.com\
                """,
                refusal(
                        Map.of(
                                "cluster", "Analytics",
                                "endpoints", "arn:aws:dms:eu-west-1:111122223333:rep:ABC",
                                "alarmPercent", "80%",
                                "snapshotRetentionDays", "0",
                                "operatorsEmail", "nobody")));
    }

    @Test
    void saysInWhichEntryOfTheFileAMistakeIs() {
        Map<String, Object> wrong = entry("b");
        wrong.put("maxNodes", 1.5);
        wrong.put("endpoints", List.of());
        wrong.put("alarmPercnt", 70);
        assertEquals(
                """
                Nothing is synthesised, because the settings are wrong:
                  clusters[1].alarmPercnt is not a setting; expected one of cluster, endpoints, maxNodes, alarmPercent, snapshotRetentionDays, sourceLogRetentionHours, operatorsEmail.
                  clusters[2] is "c"; expected an object with the settings of one cluster.
                  clusters[1].endpoints is []; expected the ARNs of the DMS endpoints that point at the cluster, at least one. Example: "endpoints": ["arn:aws:dms:eu-west-1:111122223333:endpoint:ABC"]
                  clusters[1].maxNodes is 1.5; expected a whole number from 2 to 128, the size that no resize goes above. Example: "maxNodes": 16\
                """,
                refusal(Map.of("clusters", List.of(entry("a"), wrong, "c"))));
    }

    @Test
    void refusesAListOfClustersThatIsNone() {
        assertEquals(
                """
                Nothing is synthesised, because the settings are wrong:
                  clusters is "a,b"; expected a list with an object for each cluster, in the context of cdk.json.\
                """,
                refusal(Map.of("clusters", "a,b")));
    }

    @Test
    void refusesTwoEntriesForOneCluster() {
        assertEquals(
                """
                Nothing is synthesised, because the settings are wrong:
                  cluster "a" is listed more than once; expected one object for each cluster.\
                """,
                refusal(Map.of("clusters", List.of(entry("a"), entry("b"), entry("a")))));
    }

    @Test
    void refusesAClusterOnTheCommandLineBesideAList() {
        Map<String, Object> both = entry("b");
        both.put("clusters", List.of(entry("a")));
        assertEquals(
                """
                Nothing is synthesised, because the settings are wrong:
                  One cluster is given with -c, and others are listed under clusters; expected one way or the other.\
                """,
                refusal(both));
    }

    @Test
    void refusesNumbersOutOfRange() {
        for (String number : List.of("1", "129", "-4", "4.0", "1e1", "99999999999", "")) {
            Map<String, Object> entry = entry("a");
            entry.put("maxNodes", number);
            String refusal = refusal(entry);
            assertTrue(refusal.contains("maxNodes is \"" + number + "\"; expected"), refusal);
        }
    }

    @Test
    void refusesIdentifiersThatRedshiftWouldRefuse() {
        for (String cluster : List.of("1a", "a-", "a--b", "a_b", "a".repeat(64), "")) {
            String refusal = refusal(entry(cluster));
            assertTrue(refusal.contains("cluster is \"" + cluster + "\"; expected"), refusal);
        }
    }

    private static Map<String, Object> entry(String cluster) {
        Map<String, Object> entry = new HashMap<>();
        entry.put("cluster", cluster);
        entry.put("endpoints", List.of(ENDPOINT));
        entry.put("maxNodes", 16);
        return entry;
    }

    private static String refusal(Map<String, ?> context) {
        return String.valueOf(
                assertThrows(WrongSettings.class, () -> Configuration.parse(context)).getMessage());
    }
}
