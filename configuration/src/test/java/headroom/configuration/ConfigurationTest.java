package headroom.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.util.Map.entry;

import headroom.redshift.Policy;
import headroom.redshift.RedshiftSettings;
import headroom.redshift.Settings;
import headroom.settings.Switch;
import headroom.settings.Window;

import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

final class ConfigurationTest {
    private static final String ENDPOINT = "arn:aws:dms:eu-west-1:111122223333:endpoint:ABC";
    private static final String OTHER = "arn:aws:dms:eu-west-1:111122223333:endpoint:my-rs";

    @Test
    void readsOneClusterFromTheCommandLineWhereEverythingIsText() {
        var configuration =
                Configuration.parse(
                        Map.<String, Object>ofEntries(
                                entry("cluster", "analytics"),
                                entry("endpoints", ENDPOINT + ", " + OTHER),
                                entry("maxNodes", "16"),
                                entry("alarmPercent", "75"),
                                entry("criticalPercent", "100"),
                                entry("alarmMinutes", "45"),
                                entry("growth", "fit"),
                                entry("targetPercent", "74"),
                                entry("classicHours", "23"),
                                entry("mode", "ask"),
                                entry("window", "MON-FRI 22:00-06:00 UTC"),
                                entry("otherEndpoints", "ignore"),
                                entry("insertPolicy", "refuse"),
                                entry("precopy", "off"),
                                entry("snapshotRetentionDays", "3653"),
                                entry("architecture", "x86_64"),
                                entry("events", "off"),
                                entry("operatorsEmail", "ops@example.com"),
                                entry("aws:cdk:enable-path-metadata", true)));
        Policy policy =
                Policy.upTo(16)
                        .with(RedshiftSettings.ALARM_PERCENT, 75)
                        .with(RedshiftSettings.CRITICAL_PERCENT, 100)
                        .with(RedshiftSettings.ALARM_MINUTES, 45)
                        .with(RedshiftSettings.GROWTH, Policy.Growth.FIT)
                        .with(RedshiftSettings.TARGET_PERCENT, 74)
                        .with(RedshiftSettings.CLASSIC_HOURS, 23)
                        .with(RedshiftSettings.MODE, Policy.Mode.ASK)
                        .with(
                                RedshiftSettings.WINDOW,
                                Optional.of(Window.parse("MON-FRI 22:00-06:00 UTC")))
                        .with(RedshiftSettings.OTHER_ENDPOINTS, Policy.OtherEndpoints.IGNORE)
                        .with(RedshiftSettings.INSERT_POLICY, Policy.InsertPolicy.REFUSE)
                        .with(RedshiftSettings.PRECOPY, Switch.OFF);
        assertEquals(
                List.of(
                        new ClusterConfiguration(
                                new Settings(
                                        "analytics", List.of(ENDPOINT, OTHER), policy, 3653, 24),
                                List.of("ops@example.com"),
                                new Hosting(Hosting.Architecture.X86_64, Switch.OFF),
                                StackPlace.UNNAMED)),
                configuration.clusters());
        assertEquals(List.of(), configuration.groups());
    }

    @Test
    void readsAnyNumberOfClustersFromTheFileAndFillsInTheDefaults() {
        var configurations =
                Configuration.parse(Map.of("clusters", List.of(cluster("a"), cluster("b"))));
        assertEquals(List.of(withDefaults("a"), withDefaults("b")), configurations.clusters());
    }

    private static ClusterConfiguration withDefaults(String cluster) {
        return new ClusterConfiguration(
                new Settings(cluster, List.of(ENDPOINT + "-" + cluster), Policy.upTo(16), 7, 24),
                List.of(),
                new Hosting(Hosting.Architecture.ARM64, Switch.ON),
                StackPlace.UNNAMED);
    }

    @Test
    void derivesTheNamesOfTheStackAndTheLease() {
        var configuration =
                Configuration.parse(Map.of("clusters", List.of(cluster("sales-eu"))))
                        .clusters()
                        .getFirst();
        assertEquals("headroom-redshift-sales-eu", configuration.names().stack());
        assertEquals("redshift/sales-eu", configuration.names().leaseKey());
    }

    @Test
    void saysWhatToPassWhenNothingIsConfigured() {
        assertEquals(
                """
                Nothing is synthesised, because nothing is configured. Give one cluster or replication group with -c:
                  -c cluster=analytics -c endpoints=arn:aws:dms:eu-west-1:111122223333:endpoint:ABC -c maxNodes=16
                  -c replicationGroup=sessions -c maxShards=6 -c maxReplicasPerShard=3
                or any number of them in headroom.json, or in the context of cdk.json:
                  "clusters": [{"cluster": "analytics", "endpoints": ["arn:aws:dms:eu-west-1:111122223333:endpoint:ABC"], "maxNodes": 16}]
                  "caches": [{"replicationGroup": "sessions", "maxShards": 6, "maxReplicasPerShard": 3}]
                All settings of a cluster:
                  cluster: the Redshift cluster's identifier: at most 63 lower-case letters, digits and single hyphens, with a letter first and no hyphen last
                  endpoints: the ARNs of the DMS endpoints that point at the cluster, at least one
                  maxNodes: a whole number from 2 to 128, the size that no resize goes above
                  alarmPercent: a whole number from 1 to 99, the disk use from which the alarm asks for room (default 80)
                  criticalPercent: a whole number from 1 to 100, the disk use from which neither mode nor window holds a resize back (default 90)
                  alarmMinutes: a whole number from 5 to 60 in steps of 5, how long the disk has to be at either level before anybody acts (default 15)
                  growth: double or fit, whether a resize goes up to twice the nodes, or to as few as bring the disk use down to targetPercent (default double)
                  targetPercent: a whole number from 1 to 98, the disk use that growth fit aims at (default 60)
                  classicHours: a whole number from 1 to 336, the hours for which replication may stand still for a classic resize; without it no resize is a classic one
                  mode: auto or ask, whether the alarm is enough for a resize, or the plan is reported and a person's message carries it out (default auto)
                  window: always, or days, times and a time zone, as in SAT,SUN 01:00-05:00 Europe/Berlin, MON-FRI 22:00-06:00 UTC or daily 00:00-04:00 America/New_York: the hours in which a resize may begin unasked, from one time to a different one (default always)
                  otherEndpoints: refuse or ignore, what becomes of a resize while DMS tasks write to the cluster through endpoints that are not among endpoints: refused, or made without pausing them (default refuse)
                  insertPolicy: warn or refuse, what becomes of a resize whose tasks may double rows when they resume: told of, or refused (default warn)
                  precopy: on or off, whether a snapshot is taken while replication still runs, so that the one in the pause has little left to copy (default on)
                  drill: off, or a whole number from 1 to 28, the day of each month on which a copy of the cluster is restored, resized and deleted, to measure how long a resize takes (default off)
                  drillMaxNodeHours: a whole number from 1 to 10000, the node hours that one drill may use; without it there is no drill
                  snapshotRetentionDays: a whole number from 1 to 3653, the days for which the snapshot before a resize is kept (default 7)
                  sourceLogRetentionHours: a whole number from 1 to 2160, the hours for which the source keeps the log that a stopped task resumes from (default 24)
                  architecture: arm64 or x86_64, the processor that the functions run on (default arm64)
                  events: on or off, whether each finished run is sent to EventBridge's default bus (default on)
                  operatorsEmail: the e-mail address that reports are sent to
                  account: the AWS account that the stack goes to, as text of twelve digits; without it the account of the AWS credentials
                  region: the AWS region that the stack goes to, as in eu-west-1 or us-gov-east-1; without it the region of the AWS credentials
                All settings of a replication group:
                  replicationGroup: the ElastiCache replication group's identifier: at most 40 lower-case letters, digits and single hyphens, with a letter first and no hyphen last
                  maxShards: a whole number from 1 to 500, the number of shards that no step goes above
                  maxReplicasPerShard: a whole number from 0 to 5, the number of replicas on one shard that no step goes above
                  largestNodeType: the node type that no step goes above; without it no step changes the node type
                  cpuPercent: a whole number from 1 to 95, the use of the engine's processor from which the alarm asks for room (default 70)
                  memoryPercent: a whole number from 1 to 95, the use of memory from which the alarm asks for room (default 75)
                  headroomFactor: a number from 1.0 to 10.0, how many times today's load a group should carry after a step (default 2.0)
                  maxStep: a whole number from 1 to 100, by how many shards one step grows at the most (default 2)
                  mode: observe or ask or auto, whether Headroom only tells what it sees, or reports a plan that a person's message carries out, or acts by itself (default auto)
                  window: always, or days, times and a time zone, as in SAT,SUN 01:00-05:00 Europe/Berlin, MON-FRI 22:00-06:00 UTC or daily 00:00-04:00 America/New_York: the hours in which a step may begin unasked, from one time to a different one (default always)
                  clientFaults: hold or scaleAnyway, what becomes of a critical group whose clients are at fault: it is left as it is, or takes one step anyway (default hold)
                  replicaReadsMayMiss: no or yes, whether a key that is read from a replica may seem missing while its slot moves, as before Valkey 8.0 it does (default no)
                  clusterModeMigration: no or yes, whether a person's message may take the group from cluster mode disabled to enabled; nothing else ever does (default no)
                  backup: on or off, whether a backup is taken before each step; if it fails there is no step (default on)
                  backupRetention: a whole number from 1 to 20, how many of Headroom's own backups of the group are kept (default 3)
                  architecture: arm64 or x86_64, the processor that the functions run on (default arm64)
                  events: on or off, whether each finished run is sent to EventBridge's default bus (default on)
                  operatorsEmail: the e-mail address that reports are sent to
                  account: the AWS account that the stack goes to, as text of twelve digits; without it the account of the AWS credentials
                  region: the AWS region that the stack goes to, as in eu-west-1 or us-gov-east-1; without it the region of the AWS credentials\
                """,
                refusal(Map.of("aws:cdk:enable-path-metadata", true)));
    }

    @Test
    void refusesNumbersOutOfRange() {
        for (String number : List.of("1", "129", "-4", "4.0", "1e1", "99999999999", "")) {
            Map<String, Object> entry = cluster("a");
            entry.put("maxNodes", number);
            String refusal = refusal(entry);
            assertTrue(refusal.contains("maxNodes is \"" + number + "\"; expected"), refusal);
        }
    }

    @Test
    void refusesIdentifiersThatRedshiftWouldRefuse() {
        for (String cluster : List.of("1a", "a-", "a--b", "a_b", "a".repeat(64), "")) {
            String refusal = refusal(cluster(cluster));
            assertTrue(refusal.contains("cluster is \"" + cluster + "\"; expected"), refusal);
        }
    }

    private static Map<String, Object> cluster(String cluster) {
        Map<String, Object> entry = new HashMap<>();
        entry.put("cluster", cluster);
        entry.put("endpoints", List.of(ENDPOINT + "-" + cluster));
        entry.put("maxNodes", 16);
        return entry;
    }

    private static String refusal(Map<String, ?> context) {
        return String.valueOf(
                assertThrows(WrongSettings.class, () -> Configuration.parse(context)).getMessage());
    }
}
