package headroom.redshift;

import headroom.redshift.Policy.Growth;
import headroom.redshift.Policy.InsertPolicy;
import headroom.redshift.Policy.Mode;
import headroom.settings.Window;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What the functions of one cluster's stack are told, by environment variables. Infra writes them
/// with [#environment()], so a name stands in one place.
///
/// @param cluster the Redshift cluster's identifier
/// @param endpoints ARNs of the DMS endpoints that point at the cluster
/// @param policy what is decided beforehand about resizes
/// @param snapshotRetentionDays how long a run's snapshot is kept, in days (1 to 3653, Redshift's
///   own bounds)
/// @param sourceLogRetentionHours for how long the source keeps the log (binlog, WAL) that a
///   stopped task has to read when it resumes, in hours
public record Settings(
        String cluster,
        List<String> endpoints,
        Policy policy,
        int snapshotRetentionDays,
        int sourceLogRetentionHours) {
    private static final String CLUSTER = "CLUSTER";
    private static final String ENDPOINTS = "ENDPOINTS";
    private static final String ALARM_PERCENT = "ALARM_PERCENT";
    private static final String CRITICAL_PERCENT = "CRITICAL_PERCENT";
    private static final String ALARM_MINUTES = "ALARM_MINUTES";
    private static final String GROWTH = "GROWTH";
    private static final String TARGET_PERCENT = "TARGET_PERCENT";
    private static final String MAX_NODES = "MAX_NODES";
    private static final String CLASSIC_HOURS = "CLASSIC_HOURS";
    private static final String MODE = "MODE";
    private static final String WINDOW = "WINDOW";
    private static final String ALWAYS = "always";
    private static final String IGNORES_OTHER_ENDPOINTS = "IGNORES_OTHER_ENDPOINTS";
    private static final String INSERT_POLICY = "INSERT_POLICY";
    private static final String COPIES_FIRST = "COPIES_FIRST";
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
                policy(environment),
                number(environment, SNAPSHOT_RETENTION_DAYS),
                number(environment, SOURCE_LOG_RETENTION_HOURS));
    }

    private static Policy policy(Map<String, String> environment) {
        return new Policy(
                number(environment, ALARM_PERCENT),
                number(environment, CRITICAL_PERCENT),
                number(environment, ALARM_MINUTES),
                one(environment, GROWTH, List.of(Growth.values())),
                number(environment, TARGET_PERCENT),
                number(environment, MAX_NODES),
                Optional.of(number(environment, CLASSIC_HOURS))
                        .filter(hours -> hours > 0)
                        .map(Duration::ofHours),
                one(environment, MODE, List.of(Mode.values())),
                window(environment),
                one(environment, IGNORES_OTHER_ENDPOINTS, List.of(true, false)),
                one(environment, INSERT_POLICY, List.of(InsertPolicy.values())),
                one(environment, COPIES_FIRST, List.of(true, false)));
    }

    /// The reverse of [#fromEnvironment()].
    public Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put(CLUSTER, cluster);
        environment.put(ENDPOINTS, String.join(",", endpoints));
        environment.put(ALARM_PERCENT, Integer.toString(policy.alarmPercent()));
        environment.put(CRITICAL_PERCENT, Integer.toString(policy.criticalPercent()));
        environment.put(ALARM_MINUTES, Integer.toString(policy.alarmMinutes()));
        environment.put(GROWTH, written(policy.growth()));
        environment.put(TARGET_PERCENT, Integer.toString(policy.targetPercent()));
        environment.put(MAX_NODES, Integer.toString(policy.maxNodes()));
        environment.put(
                CLASSIC_HOURS, Long.toString(policy.classic().map(Duration::toHours).orElse(0L)));
        environment.put(MODE, written(policy.mode()));
        environment.put(WINDOW, policy.window().map(Window::toString).orElse(ALWAYS));
        environment.put(IGNORES_OTHER_ENDPOINTS, written(policy.ignoresOtherEndpoints()));
        environment.put(INSERT_POLICY, written(policy.insertPolicy()));
        environment.put(COPIES_FIRST, written(policy.copiesFirst()));
        environment.put(SNAPSHOT_RETENTION_DAYS, Integer.toString(snapshotRetentionDays));
        environment.put(SOURCE_LOG_RETENTION_HOURS, Integer.toString(sourceLogRetentionHours));
        return environment;
    }

    private static int number(Map<String, String> environment, String key) {
        return read(environment, key, Integer::valueOf, "a whole number");
    }

    private static Optional<Window> window(Map<String, String> environment) {
        return required(environment, WINDOW).equals(ALWAYS)
                ? Optional.empty()
                : Optional.of(read(environment, WINDOW, Window::parse, Window.FORM));
    }

    private static <T> T one(Map<String, String> environment, String key, List<T> choices) {
        return read(
                environment,
                key,
                value ->
                        choices.stream()
                                .filter(each -> written(each).equals(value))
                                .findFirst()
                                .orElseThrow(IllegalArgumentException::new),
                "one of " + choices.stream().map(Settings::written).toList());
    }

    private static String written(Object choice) {
        return choice.toString().toLowerCase(Locale.ROOT);
    }

    private static <T> T read(
            Map<String, String> environment,
            String key,
            Function<String, T> reader,
            String expected) {
        String value = required(environment, key);
        try {
            return reader.apply(value);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalStateException(
                    "The environment variable %s is %s; expected %s. Infra sets it when the stack is deployed. Deploy again."
                            .formatted(key, value, expected));
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
