package headroom.redshift.drill;

/// How a drill ended.
public enum DrillOutcome {
    /// The resize of a copy was measured.
    MEASURED,
    /// A plan was asked for, and no more.
    PLANNED,
    REFUSED,
    FAILED,
    /// What an earlier drill had left was deleted.
    RECOVERED,
    /// A person asked for a drill while another was at work.
    DECLINED
}
