package headroom.redshift.watch;

import headroom.watch.WatchDecision.Need;

/// The states of the two alarms on the disk: OK, ALARM, INSUFFICIENT_DATA, or anything else.
record Alarms(String usual, String critical) {
    private static final String ALARM = "ALARM";

    Need need() {
        boolean isCritical = critical.equals(ALARM);
        boolean stands = isCritical || usual.equals(ALARM);
        return new Need(
                stands,
                isCritical,
                stands
                        ? (isCritical ? "the disk is critical, " : "") + "the alarm stands in ALARM"
                        : "The alarm is " + usual + ".");
    }
}
