package headroom.simulated.elasticache.load;

/// What the clients of one application do.
///
/// @param pool how many connections they keep to each node that they use
/// @param readOnly whether they say READONLY on their connections to replicas, without which those
///   redirect
/// @param known how many replicas of a shard they know at the most: those that look at the topology
///   when they start, and not again, never learn of a new one
public record Clients(
        Connecting connecting, int pool, ReadsFrom readsFrom, boolean readOnly, int known) {
    private static final int ALL = Integer.MAX_VALUE;

    /// Connections are kept, and reads go to the primary.
    public static final Clients ORDINARY =
            new Clients(Connecting.KEPT, 50, ReadsFrom.PRIMARY, false, ALL);

    /// Reads are shared by the primary and its replicas.
    public static final Clients SHARING =
            new Clients(Connecting.KEPT, 50, ReadsFrom.BOTH, true, ALL);

    public enum Connecting {
        KEPT,
        ONE_FOR_EACH_COMMAND
    }

    public enum ReadsFrom {
        PRIMARY {
            @Override
            double shareOfReplicas(int replicas) {
                return 0;
            }
        },
        /// A primary without replicas serves its reads itself.
        REPLICAS {
            @Override
            double shareOfReplicas(int replicas) {
                return replicas == 0 ? 0 : 1;
            }
        },
        BOTH {
            @Override
            double shareOfReplicas(int replicas) {
                return replicas / (replicas + 1.0);
            }
        };

        /// How much of the reads is asked of replicas.
        abstract double shareOfReplicas(int replicas);
    }

    public Clients with(Connecting other) {
        return new Clients(other, pool, readsFrom, readOnly, known);
    }

    public Clients withPool(int other) {
        return new Clients(connecting, other, readsFrom, readOnly, known);
    }

    public Clients from(ReadsFrom other, boolean saysReadOnly) {
        return new Clients(connecting, pool, other, saysReadOnly, known);
    }

    public Clients knowing(int replicas) {
        return new Clients(connecting, pool, readsFrom, readOnly, replicas);
    }
}
