package headroom.redshift.report;

import headroom.redshift.Outcome;

import java.util.Locale;

/// How a run ended, as it is counted: coarser than its outcome, as each ending is a metric that is
/// paid for, and as operators act on the difference between these.
public enum Ending {
    RESIZED,
    RECOVERED,
    /// A plan that changes nothing, and that nobody has to mend.
    UNCHANGED,
    REFUSED,
    FAILED;

    static Ending of(Outcome outcome) {
        return switch (outcome) {
            case RESIZED -> RESIZED;
            case RECOVERED -> RECOVERED;
            case PLANNED, UNNEEDED, ASKED, DEFERRED -> UNCHANGED;
            case REFUSED -> REFUSED;
            case FAILED, ANNOUNCED, DECLINED, UNDONE -> FAILED;
        };
    }

    /// Its name in CloudWatch.
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}
