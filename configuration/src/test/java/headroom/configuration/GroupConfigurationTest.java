package headroom.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static java.util.Map.entry;

import headroom.elasticache.CacheSettings;
import headroom.elasticache.Policy;
import headroom.elasticache.Settings;
import headroom.settings.Switch;
import headroom.settings.Window;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Optional;

final class GroupConfigurationTest {
    @Test
    void readsOneGroupFromTheCommandLineWhereEverythingIsText() {
        var configuration =
                Configuration.parse(
                        Map.<String, Object>ofEntries(
                                entry("replicationGroup", "sessions"),
                                entry("maxShards", "6"),
                                entry("maxReplicasPerShard", "0"),
                                entry("largestNodeType", "cache.m6g.16xlarge"),
                                entry("cpuPercent", "60"),
                                entry("memoryPercent", "95"),
                                entry("headroomFactor", "1.5"),
                                entry("maxStep", "4"),
                                entry("mode", "observe"),
                                entry("window", "daily 01:00-05:00 UTC"),
                                entry("clientFaults", "scaleAnyway"),
                                entry("replicaReadsMayMiss", "yes"),
                                entry("clusterModeMigration", "yes"),
                                entry("backup", "off"),
                                entry("backupRetention", "20"),
                                entry("architecture", "x86_64"),
                                entry("events", "off"),
                                entry("operatorsEmail", "ops@example.com"),
                                entry("aws:cdk:enable-path-metadata", true)));
        Policy policy =
                Policy.upTo(6, 0)
                        .with(CacheSettings.LARGEST_NODE_TYPE, "cache.m6g.16xlarge")
                        .with(CacheSettings.CPU_PERCENT, 60)
                        .with(CacheSettings.MEMORY_PERCENT, 95)
                        .with(CacheSettings.HEADROOM_FACTOR, 1.5)
                        .with(CacheSettings.MAX_STEP, 4)
                        .with(CacheSettings.MODE, Policy.Mode.OBSERVE)
                        .with(
                                CacheSettings.WINDOW,
                                Optional.of(Window.parse("daily 01:00-05:00 UTC")))
                        .with(CacheSettings.CLIENT_FAULTS, Policy.ClientFaults.SCALE_ANYWAY)
                        .with(CacheSettings.REPLICA_READS_MAY_MISS, Policy.ReadsMayMiss.YES)
                        .with(CacheSettings.CLUSTER_MODE_MIGRATION, Policy.Migration.YES)
                        .with(CacheSettings.BACKUP, Switch.OFF);
        assertEquals(
                new Configuration(
                        List.of(),
                        List.of(
                                new GroupConfiguration(
                                        new Settings("sessions", policy, 20),
                                        List.of("ops@example.com"),
                                        new Hosting(Hosting.Architecture.X86_64, Switch.OFF),
                                        StackPlace.UNNAMED))),
                configuration);
    }

    /// A number of JSON may be whole, and is the same as with a point.
    @Test
    void readsGroupsBesideClustersAndAGroupMayHaveAClustersName() {
        var configuration =
                Configuration.parse(
                        Map.of(
                                "clusters",
                                List.of(
                                        Map.of(
                                                "cluster",
                                                "sales",
                                                "endpoints",
                                                List.of(
                                                        "arn:aws:dms:eu-west-1:111122223333:endpoint:ABC"),
                                                "maxNodes",
                                                16)),
                                "caches",
                                List.of(
                                        Map.of(
                                                "replicationGroup",
                                                "sales",
                                                "maxShards",
                                                6,
                                                "maxReplicasPerShard",
                                                3,
                                                "headroomFactor",
                                                2))));
        assertEquals(
                List.of(
                        new GroupConfiguration(
                                new Settings("sales", Policy.upTo(6, 3), 3),
                                List.of(),
                                new Hosting(Hosting.Architecture.ARM64, Switch.ON),
                                StackPlace.UNNAMED)),
                configuration.groups());
        assertEquals(
                "headroom-elasticache-sales", configuration.groups().getFirst().names().stack());
        assertEquals(
                "headroom-redshift-sales", configuration.clusters().getFirst().names().stack());
    }
}
