package headroom.rehearsal.redshift.scenarios;

/// The subjects of what operators are told in more than one scenario.
final class Subjects {
    static final String RESIZED = "Headroom: analytics was resized; replication runs";
    static final String NOT_RESIZED = "Headroom: analytics was NOT resized; replication runs";
    static final String RECOVERED = "Headroom: analytics has its replication back";
    static final String CRITICAL =
            "Headroom CRITICAL (log ends 23 Nov 04:26Z, disk 40 %): DMS tasks NOT running,"
                    + " analytics";
    static final String REFUSED = "Headroom: analytics was NOT resized: refused by plan";
    static final String ANNOUNCED = "Headroom WARNING: a classic resize begins, analytics";
    static final String OVERDUE =
            "Headroom WARNING: a pause takes far longer than expected, analytics";
    static final String ASKS = "Headroom: analytics asks whether to resize";
    static final String PLANNED = "Headroom: analytics could be resized (plan only)";
    static final String DECLINED =
            "Headroom: a message was declined, as the lease is held, analytics";
    static final String ANSWERED = "Headroom: the answer to a message, analytics";
    static final String FOREIGN =
            "Headroom WARNING: something else publishes on the requests' topic, analytics";

    static final String MEASURED = "Headroom: a drill has measured a resize of analytics";
    static final String DRILL_FAILED = "Headroom: the drill of analytics failed; no copy is left";
    static final String DRILL_REFUSED = "Headroom: analytics was not drilled: refused by plan";
    static final String DRILL_RECOVERED =
            "Headroom: analytics had a drill that ended early; no copy is left";
    static final String COPY_LEFT = "Headroom CRITICAL: a drill's copy is NOT deleted, analytics";

    private Subjects() {}
}
