package headroom.elasticache.diagnosis;

import headroom.elasticache.figures.Series;

import java.time.Duration;
import java.util.List;

/// From where on something is called wrong. Each is a share or a rate over a quarter of an hour.
public final class Limits {
    /// Commands a second, below which a share of them says nothing.
    static final double LEAST_COMMANDS = 200;

    /// New connections for each command. One that is kept open brings it below a hundredth; one for
    /// each command makes it one.
    static final double CHURN = 0.2;

    /// New connections a second on one node: fewer cost it nothing that anybody would notice.
    static final double CHURN_PER_SECOND = 100;

    /// Clients that start anew connect for a few minutes; those that have no pool never cease.
    static final int CHURN_MINUTES = 10;

    /// Connections that a node has without any client: AWS's own, four to six, and room for a look
    /// by a person.
    static final double OWN_CONNECTIONS = 10;

    /// Of the primary's reads. A replica that answers with redirections serves next to none.
    static final double REDIRECTED = 0.02;

    /// Bytes that a replica sends for each read of its primary. A redirection has 28 or more, so
    /// one client of nine is enough.
    static final double LEAST_REDIRECTION = 3;

    /// Bytes a second that a replica sends: four times what its monitoring takes while it idles.
    static final double MORE_THAN_MONITORING = 12_000;

    /// Bytes out for each byte in. A redirection is about as long as the question, and a value is
    /// not. There is no least: whether the replication stream is among the bytes in is not certain.
    static final double MOST_ECHO = 2;

    /// Of all commands, from where on a shard is read rather than written.
    static final double READ_HEAVY = 0.6;

    /// Of all reads, below which replicas are not in use.
    static final double REPLICAS_IN_USE = 0.05;

    /// Of all reads, above which the primary is not in use for them.
    static final double PRIMARY_SPARED = 0.9;

    /// How much busier than their primary replicas are that have all the reads.
    static final double REPLICAS_BUSIER = 1.5;

    /// Percent of a node's processor, below which nobody suffers from reads that are badly shared.
    static final double SUFFERS = 50;

    /// Minutes with packets that were held back: one or two are a burst.
    static final int EXCEEDED_MINUTES = 3;

    /// Percent of what a node's network carries for ever.
    public static final double BASELINE = 80;

    /// How much busier, or fuller, than the others in the mean a shard is that stands out. With the
    /// shard itself in that mean, one of two would have to be three times the other.
    static final double STANDS_OUT = 1.5;

    /// Percent, below which the other shards are not busy.
    public static final double OTHERS_IDLE = 50;

    /// How far below the alarm's percentage the mean of all shards counts as busy: some of them are
    /// above it then, or will be with the next client.
    static final double BELOW_ALARM = 5;

    /// Of an equal share, above which a shard has more slots than it should.
    static final double UNEVEN_SLOTS = 1.1;

    /// Of the 65,000 that a node takes.
    static final double CONNECTIONS = 45_500;

    /// How many minutes are looked at.
    static final int MINUTES = 15;

    /// Of those: what lasts for fewer is over before anything that was begun for it.
    static final int SPIKE_MINUTES = 5;

    /// Of the newest minutes, as many as a spike has: an alarm that has seen all of them knows
    /// newer ones, and a load that grows slowly is now above its limit and now below.
    static final int RISING_MINUTES = 2;

    /// A load that is over its limit in each of the newest ten minutes has come to stay, whatever
    /// was before. With fewer, nothing is known.
    static final Duration SINCE_IT_CAME = Duration.ofMinutes(Series.ENOUGH);

    /// Percent of a node's processor, at which its clients wait for each other.
    static final double CRITICAL_CPU = 95;

    /// For so many of the minutes: the two thirds of which figures have to be known at least.
    static final int CRITICAL_MINUTES = 10;

    /// Percent. What is left lasts for hours rather than days, and no backup is begun above 85.
    static final double CRITICAL_MEMORY = 90;

    private Limits() {}

    /// One alone stands out from nobody.
    public static boolean standsOut(double one, List<Double> others) {
        return one
                >= STANDS_OUT
                        * others.stream().mapToDouble(Double::doubleValue).average().orElse(one);
    }
}
