package headroom;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the functions of one cluster's stack are told, by environment variables. Infra writes them
/// with [#environment()], so a name stands in one place.
///
/// @param cluster the Redshift cluster's identifier
/// @param endpoints ARNs of the DMS endpoints that point at the cluster
/// @param alarmPercent disk use, in percent, from which the alarm asks for more room
/// @param maxNodes the ceiling: no resize goes above it
/// @param snapshotRetentionDays how long a run's snapshot is kept, in days (1 to 3653, Redshift's
///   own bounds)
/// @param sourceLogRetentionHours for how long the source keeps the log (binlog, WAL) that a
///   stopped task has to read when it resumes, in hours
public record Settings(
        String cluster,
        List<String> endpoints,
        int alarmPercent,
        int maxNodes,
        int snapshotRetentionDays,
        int sourceLogRetentionHours) {
    private static final String CLUSTER = "CLUSTER";
    private static final String ENDPOINTS = "ENDPOINTS";
    private static final String ALARM_PERCENT = "ALARM_PERCENT";
    private static final String MAX_NODES = "MAX_NODES";
    private static final String SNAPSHOT_RETENTION_DAYS = "SNAPSHOT_RETENTION_DAYS";
    private static final String SOURCE_LOG_RETENTION_HOURS = "SOURCE_LOG_RETENTION_HOURS";

    public Settings {
        endpoints = List.copyOf(endpoints);
    }

    public static Settings fromEnvironment() {
        return from(System.getenv());
    }

    static Settings from(Map<String, String> environment) {
        return new Settings(
                required(environment, CLUSTER),
                List.of(required(environment, ENDPOINTS).split(",")),
                number(environment, ALARM_PERCENT),
                number(environment, MAX_NODES),
                number(environment, SNAPSHOT_RETENTION_DAYS),
                number(environment, SOURCE_LOG_RETENTION_HOURS));
    }

    /// The reverse of [#fromEnvironment()].
    public Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put(CLUSTER, cluster);
        environment.put(ENDPOINTS, String.join(",", endpoints));
        environment.put(ALARM_PERCENT, Integer.toString(alarmPercent));
        environment.put(MAX_NODES, Integer.toString(maxNodes));
        environment.put(SNAPSHOT_RETENTION_DAYS, Integer.toString(snapshotRetentionDays));
        environment.put(SOURCE_LOG_RETENTION_HOURS, Integer.toString(sourceLogRetentionHours));
        return environment;
    }

    private static int number(Map<String, String> environment, String key) {
        String value = required(environment, key);
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException notANumber) {
            throw new IllegalStateException(
                    "The environment variable %s is %s; expected a whole number. Infra sets it when the stack is deployed. Deploy again."
                            .formatted(key, value));
        }
    }

    /// The variable's value, or a complaint that names it.
    public static String required(Map<String, String> environment, String key) {
        String value = environment.get(key);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException(
                    "The environment variable "
                            + key
                            + " is not set; infra sets it when the stack is deployed. Deploy"
                            + " again.");
        }
        return value;
    }
}
