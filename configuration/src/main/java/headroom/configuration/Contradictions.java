package headroom.configuration;

import headroom.redshift.Policy.Growth;
import headroom.redshift.RedshiftSettings;
import headroom.settings.Setting;
import headroom.settings.Values;

import java.util.Optional;

/// Settings of a Redshift cluster that are right one by one, and do not fit together.
///
/// @param values those that are right
record Contradictions(Entry entry, Values values) {
    void refuse() {
        refuseUnlessBelow(
                RedshiftSettings.ALARM_PERCENT,
                RedshiftSettings.CRITICAL_PERCENT,
                "the alarm is meant to speak first. Lower alarmPercent or raise criticalPercent.");
        // Who doubles, and did not write the target, has no use for a complaint about it.
        if (values.find(RedshiftSettings.GROWTH).equals(Optional.of(Growth.FIT))
                || entry.writes(RedshiftSettings.TARGET_PERCENT)) {
            refuseUnlessBelow(
                    RedshiftSettings.TARGET_PERCENT,
                    RedshiftSettings.ALARM_PERCENT,
                    "a resize that ends above the alarm's level asks for the next one. Lower"
                            + " targetPercent or raise alarmPercent.");
        }
        refuseUnlessBelow(
                RedshiftSettings.CLASSIC_HOURS,
                RedshiftSettings.SOURCE_LOG_RETENTION_HOURS,
                "every plan refuses a resize that may outlast the source's log. Lower classicHours,"
                        + " or let the source keep its log for longer and raise"
                        + " sourceLogRetentionHours.");
        refuseDrillWithoutCeiling();
    }

    private void refuseDrillWithoutCeiling() {
        boolean isDue = values.find(RedshiftSettings.DRILL).flatMap(each -> each).isPresent();
        if (isDue && !entry.has(RedshiftSettings.DRILL_MAX_NODE_HOURS)) {
            entry.refuse(
                    "%s is a day, and drillMaxNodeHours is not written; expected both, or neither: without a ceiling there is no drill. Write drillMaxNodeHours, or take drill away."
                            .formatted(entry.standing(RedshiftSettings.DRILL)));
        }
    }

    /// Says nothing if one of them is a mistake by itself, or neither written nor known by default.
    ///
    /// @param otherwise why that is wrong, and what to do
    private void refuseUnlessBelow(Setting<Integer> less, Setting<Integer> more, String otherwise) {
        Optional<Integer> lower = values.find(less);
        Optional<Integer> upper = values.find(more);
        if (lower.isPresent() && upper.isPresent() && lower.get() >= upper.get()) {
            entry.refuse(
                    "%s is %s, and %s is %s; expected %s below %s: %s"
                            .formatted(
                                    path(less, more),
                                    told(less, lower.get()),
                                    isOfDefaults(less, more) == isOfDefaults(more, less)
                                            ? more.key()
                                            : path(more, less),
                                    told(more, upper.get()),
                                    less.key(),
                                    more.key(),
                                    otherwise));
        }
    }

    private String path(Setting<?> setting, Setting<?> other) {
        return isOfDefaults(setting, other)
                ? Defaults.path(setting.key())
                : entry.path(setting.key());
    }

    /// What is not written counts to where the other stands.
    private boolean isOfDefaults(Setting<?> setting, Setting<?> other) {
        return entry.has(setting) ? entry.inherits(setting) : entry.inherits(other);
    }

    private String told(Setting<Integer> setting, int value) {
        return entry.has(setting) ? Integer.toString(value) : value + " by default";
    }
}
