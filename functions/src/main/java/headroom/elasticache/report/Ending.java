package headroom.elasticache.report;

import headroom.elasticache.Outcome;

import java.util.Locale;

/// How a run ended, as it is counted: coarser than its outcome, as each ending is a metric that is
/// paid for, and as operators act on the difference between these.
public enum Ending {
    /// A step was taken, and it helped.
    IMPROVED,
    /// A step was taken, and it did not help, or nobody knows.
    NOT_IMPROVED,
    /// A plan that changes nothing, and that nobody has to mend.
    UNCHANGED,
    /// Something is wrong that no step mends.
    TOLD,
    FAILED;

    static Ending of(Outcome outcome) {
        return switch (outcome) {
            case IMPROVED -> IMPROVED;
            case NOT_IMPROVED, WORSE, UNMEASURED -> NOT_IMPROVED;
            case PLANNED, UNNEEDED, ASKED, DEFERRED, RECOVERED, MIGRATED, MIGRATING -> UNCHANGED;
            case TOLD, REFUSED -> TOLD;
            case FAILED, DECLINED -> FAILED;
        };
    }

    /// Its name in CloudWatch.
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
