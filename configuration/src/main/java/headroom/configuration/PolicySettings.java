package headroom.configuration;

import headroom.configuration.Catalogue.OtherEndpoints;
import headroom.configuration.Catalogue.Precopy;
import headroom.redshift.Policy;
import headroom.redshift.Policy.Growth;
import headroom.redshift.Policy.InsertPolicy;
import headroom.redshift.Policy.Mode;
import headroom.settings.Window;

import java.time.Duration;
import java.util.Optional;

/// Reads what is decided beforehand about a cluster's resizes.
final class PolicySettings {
    private PolicySettings() {}

    /// Empty if the ceiling is missing or wrong; whatever else is wrong is noted all the same.
    static Optional<Policy> read(Entry entry) {
        Optional<Integer> ceiling = entry.required(Catalogue.MAX_NODES);
        int alarmPercent = entry.orUsual(Catalogue.ALARM_PERCENT);
        int criticalPercent = entry.orUsual(Catalogue.CRITICAL_PERCENT);
        int alarmMinutes = entry.orUsual(Catalogue.ALARM_MINUTES);
        Growth growth = entry.orUsual(Catalogue.GROWTH);
        int targetPercent = entry.orUsual(Catalogue.TARGET_PERCENT);
        Optional<Duration> classic = entry.optional(Catalogue.CLASSIC_HOURS).map(Duration::ofHours);
        Mode mode = entry.orUsual(Catalogue.MODE);
        Optional<Window> window = entry.orUsual(Catalogue.WINDOW);
        OtherEndpoints otherEndpoints = entry.orUsual(Catalogue.OTHER_ENDPOINTS);
        InsertPolicy insertPolicy = entry.orUsual(Catalogue.INSERT_POLICY);
        Precopy precopy = entry.orUsual(Catalogue.PRECOPY);
        refuseContradictions(entry, growth);
        return ceiling.map(
                maxNodes ->
                        new Policy(
                                alarmPercent,
                                criticalPercent,
                                alarmMinutes,
                                growth,
                                targetPercent,
                                maxNodes,
                                classic,
                                mode,
                                window,
                                otherEndpoints == OtherEndpoints.IGNORE,
                                insertPolicy,
                                precopy == Precopy.ON));
    }

    private static void refuseContradictions(Entry entry, Growth growth) {
        entry.refuseUnlessBelow(
                Catalogue.ALARM_PERCENT,
                Catalogue.CRITICAL_PERCENT,
                "the alarm is meant to speak first. Lower alarmPercent or raise criticalPercent.");
        // Who doubles, and did not write the target, has no use for a complaint about it.
        if (growth == Growth.FIT || entry.has(Catalogue.TARGET_PERCENT)) {
            entry.refuseUnlessBelow(
                    Catalogue.TARGET_PERCENT,
                    Catalogue.ALARM_PERCENT,
                    "a resize that ends above the alarm's level asks for the next one. Lower"
                            + " targetPercent or raise alarmPercent.");
        }
        entry.refuseUnlessBelow(
                Catalogue.CLASSIC_HOURS,
                Catalogue.SOURCE_LOG_RETENTION_HOURS,
                "every plan refuses a resize that may outlast the source's log. Lower classicHours,"
                        + " or let the source keep its log for longer and raise"
                        + " sourceLogRetentionHours.");
    }
}
