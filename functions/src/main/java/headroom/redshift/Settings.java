package headroom.redshift;

import static headroom.redshift.RedshiftSettings.CLUSTER;
import static headroom.redshift.RedshiftSettings.ENDPOINTS;
import static headroom.redshift.RedshiftSettings.SNAPSHOT_RETENTION_DAYS;
import static headroom.redshift.RedshiftSettings.SOURCE_LOG_RETENTION_HOURS;

import headroom.settings.Environment;
import headroom.settings.Values;

import java.util.List;
import java.util.Map;

/// What the functions of one cluster's stack are told, by environment variables. Infra writes them
/// with [#environment()].
///
/// @param cluster the Redshift cluster's identifier
/// @param endpoints ARNs of the DMS endpoints that point at the cluster
/// @param policy what is decided beforehand about resizes
/// @param snapshotRetentionDays how long a run's snapshot is kept, in days
/// @param sourceLogRetentionHours for how long the source keeps the log (binlog, WAL) that a
///   stopped task has to read when it resumes, in hours
public record Settings(
        String cluster,
        List<String> endpoints,
        Policy policy,
        int snapshotRetentionDays,
        int sourceLogRetentionHours) {
    public Settings {
        endpoints = List.copyOf(endpoints);
    }

    public static Settings fromEnvironment() {
        return from(System.getenv());
    }

    static Settings from(Map<String, String> environment) {
        return of(new Environment(environment).read(RedshiftSettings.ALL));
    }

    /// @param values of all settings that are required or have a default
    public static Settings of(Values values) {
        return new Settings(
                values.get(CLUSTER),
                values.get(ENDPOINTS),
                new Policy(values.of(RedshiftSettings.OF_POLICY)),
                values.get(SNAPSHOT_RETENTION_DAYS),
                values.get(SOURCE_LOG_RETENTION_HOURS));
    }

    /// The same for the copy that a drill works on.
    public Settings ofCopy() {
        return new Settings(
                new ClusterNames(cluster).copy(),
                endpoints,
                policy,
                snapshotRetentionDays,
                sourceLogRetentionHours);
    }

    /// The reverse of [#fromEnvironment()].
    public Map<String, String> environment() {
        return policy.values()
                .with(CLUSTER, cluster)
                .with(ENDPOINTS, endpoints)
                .with(SNAPSHOT_RETENTION_DAYS, snapshotRetentionDays)
                .with(SOURCE_LOG_RETENTION_HOURS, sourceLogRetentionHours)
                .environment();
    }
}
