package headroom.redshift;

import headroom.settings.Setting;
import headroom.settings.Switch;
import headroom.settings.Values;
import headroom.settings.Window;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// What the cluster's owner has decided beforehand about its resizes.
///
/// @param values of [RedshiftSettings#OF_POLICY]
public record Policy(Values values) {
    static final int PERIOD_MINUTES = 5;

    /// Of which the alarms, and the plan, look at the highest value each: within it a minute that
    /// was reported late, or not at all, makes no difference.
    public static final Duration ALARM_PERIOD = Duration.ofMinutes(PERIOD_MINUTES);

    /// What a careful person would choose who has decided on nothing but the ceiling.
    public static Policy upTo(int maxNodes) {
        return new Policy(Values.usual(RedshiftSettings.OF_POLICY))
                .with(RedshiftSettings.MAX_NODES, maxNodes);
    }

    /// The same policy but for one setting.
    public <T> Policy with(Setting<T> setting, T value) {
        return new Policy(values.with(setting, value));
    }

    public int alarmPercent() {
        return values.get(RedshiftSettings.ALARM_PERCENT);
    }

    public int criticalPercent() {
        return values.get(RedshiftSettings.CRITICAL_PERCENT);
    }

    /// For either level: whole periods of the alarms, see [#ALARM_PERIOD].
    public int alarmMinutes() {
        return values.get(RedshiftSettings.ALARM_MINUTES);
    }

    /// How many of them in a row have to reach a level.
    public int alarmPeriods() {
        return Math.toIntExact(Duration.ofMinutes(alarmMinutes()).dividedBy(ALARM_PERIOD));
    }

    public Growth growth() {
        return values.get(RedshiftSettings.GROWTH);
    }

    public int targetPercent() {
        return values.get(RedshiftSettings.TARGET_PERCENT);
    }

    public int maxNodes() {
        return values.get(RedshiftSettings.MAX_NODES);
    }

    /// For how long replication may stand still for a classic resize; empty if none is allowed.
    public Optional<Duration> classic() {
        return values.find(RedshiftSettings.CLASSIC_HOURS).map(Duration::ofHours);
    }

    public Mode mode() {
        return values.get(RedshiftSettings.MODE);
    }

    /// Empty for always.
    public Optional<Window> window() {
        return values.get(RedshiftSettings.WINDOW);
    }

    public boolean ignoresOtherEndpoints() {
        return values.get(RedshiftSettings.OTHER_ENDPOINTS) == OtherEndpoints.IGNORE;
    }

    public InsertPolicy insertPolicy() {
        return values.get(RedshiftSettings.INSERT_POLICY);
    }

    public boolean precopy() {
        return values.get(RedshiftSettings.PRECOPY) == Switch.ON;
    }

    /// The day of the month on which the watch starts a drill; empty for none.
    public Optional<Integer> drillDay() {
        return values.get(RedshiftSettings.DRILL).filter(_ -> drillMaxNodeHours().isPresent());
    }

    /// What one drill may use; empty if there is none at all.
    public Optional<Integer> drillMaxNodeHours() {
        return values.find(RedshiftSettings.DRILL_MAX_NODE_HOURS);
    }

    public enum Growth {
        /// The largest permitted number of nodes up to twice the present one.
        DOUBLE,
        /// The smallest permitted number of nodes whose expected disk use is at most the target.
        FIT
    }

    public enum Mode {
        /// The alarm is enough.
        AUTO,
        /// The plan is reported, and a person's message carries it out.
        ASK
    }

    /// For DMS tasks that write to the cluster through endpoints that are not configured.
    public enum OtherEndpoints {
        /// No resize while there are any.
        REFUSE,
        /// A resize goes ahead, and they are not paused.
        IGNORE
    }

    /// For tasks whose settings do not have DMS insert a row only where it is not there yet.
    public enum InsertPolicy {
        /// The plan and the report say so.
        WARN,
        /// No plan pauses them.
        REFUSE
    }

    /// For people.
    public String inWords() {
        return "at most %d nodes, %s, %s, mode %s, %s, %s a pre-copy"
                .formatted(
                        maxNodes(),
                        switch (growth()) {
                            case DOUBLE -> "doubling";
                            case FIT -> "fitting a target of %d %%".formatted(targetPercent());
                        },
                        classic()
                                .map(each -> "classic for %d h".formatted(each.toHours()))
                                .orElse("never classic"),
                        mode().name().toLowerCase(Locale.ROOT),
                        window().map(each -> "window " + each).orElse("at any time"),
                        precopy() ? "with" : "without");
    }
}
