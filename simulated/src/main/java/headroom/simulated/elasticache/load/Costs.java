package headroom.simulated.elasticache.load;

/// What a node spends on what it is asked.
///
/// @param command seconds of the one thread, of a command that is answered or redirected
/// @param counting what AWS counts, where that is not known for sure
/// @param monitoring what AWS itself does on each node
public record Costs(double command, Counting counting, Monitoring monitoring) {
    /// Measured: with a connection for each command, one costs 86 where it costs 35 on a kept one.
    static final double CONNECTION = 86.0 / 35 - 1;

    /// A write that comes from the primary, which nobody waits for an answer of.
    static final double APPLIED = 0.7;

    /// A node that carries out about 120,000 commands a second at most.
    public static final Costs ORDINARY =
            new Costs(8e-6, Counting.AS_THE_ENGINE, Monitoring.ORDINARY);

    /// @param replication whether the stream from a primary to its replicas is among the bytes of
    ///   the network, as a host would count them, and not as the engine does
    /// @param redirections whether a command that was redirected counts as processed
    public record Counting(boolean replication, boolean redirections) {
        public static final Counting AS_THE_ENGINE = new Counting(false, false);
    }

    /// @param connections that it keeps open
    /// @param opened connections a second, as far as they are counted
    public record Monitoring(int connections, double opened) {
        /// Between four and six; those that it opens are not counted with present engines.
        public static final Monitoring ORDINARY = new Monitoring(5, 0);
    }

    public Costs with(Counting other) {
        return new Costs(command, other, monitoring);
    }

    public Costs with(Monitoring other) {
        return new Costs(command, counting, other);
    }

    public Costs withCommandsOf(double seconds) {
        return new Costs(seconds, counting, monitoring);
    }
}
