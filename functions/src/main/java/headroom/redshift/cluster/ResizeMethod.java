package headroom.redshift.cluster;

import headroom.step.Pace;

import java.time.Duration;

/// How Redshift changes a cluster's size.
public enum ResizeMethod {
    /// Minutes. Within the node type, between sizes of at least two nodes that Redshift permits.
    ELASTIC,
    /// Hours to days. Read-only for that long, but of ra3 and rg as a rule, where it is for
    /// minutes. The only way from a single node.
    CLASSIC;

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final Duration TWO_HOURS = Duration.ofHours(2);

    /// No elastic resize has been seen done within five minutes, and most are within twenty. A
    /// classic one takes from two hours to days: of one that takes up to two days, less than a
    /// hundredth on average is noticed late, without any estimate as well; nine minutes at the most
    /// up to eight hours.
    public Pace pace() {
        return switch (this) {
            case ELASTIC ->
                    Pace.of(50, Duration.ofSeconds(35), Pace.QUARTER_OF_AN_HOUR)
                            .after(
                                    FIVE_MINUTES,
                                    new Pace(_ -> FIVE_MINUTES.dividedBy(2).toSeconds()));
            case CLASSIC ->
                    Pace.of(58, Duration.ofMinutes(9), Duration.ofHours(1))
                            .after(TWO_HOURS, Pace.of(6, FIVE_MINUTES, TWO_HOURS));
        };
    }
}
