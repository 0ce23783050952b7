package headroom.elasticache.diagnosis;

import java.util.List;
import java.util.Locale;

/// One thing that is wrong.
///
/// @param shards those that it is about; empty for all of the group
/// @param sentence what was seen, with its figures, for people
/// @param remedy what cures it, and which graph will show that it did
public record Finding(Kind kind, List<String> shards, String sentence, String remedy) {
    public Finding {
        shards = List.copyOf(shards);
    }

    /// The same, with another cure.
    public Finding with(String cure) {
        return new Finding(kind, shards, sentence, cure);
    }

    /// What it is about, in the same words each time. Which shards are part of a wider fault
    /// differs from one quarter of an hour to the next, and is no news.
    public String topic() {
        String words = kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return switch (kind) {
            case HOT_SLOTS, HOT_READS, HOT_KEY, BIG_KEY -> words + " on shard " + shards.getFirst();
            case UNKNOWN,
                    CONNECTION_CHURN,
                    REPLICAS_REDIRECT,
                    REPLICAS_UNUSED,
                    PRIMARY_UNDERUSED,
                    NETWORK_BOUND,
                    MEMORY_BOUND,
                    BUSY_READS,
                    BUSY,
                    CONNECTIONS,
                    BUSY_NODE,
                    SPIKE ->
                    words;
        };
    }

    /// In the order in which they decide.
    public enum Kind {
        /// Too few figures, or some that contradict each other, or a group that is not settled.
        UNKNOWN,
        /// Clients open a connection for each command.
        CONNECTION_CHURN,
        /// Replicas answer with redirections: READONLY is missing.
        REPLICAS_REDIRECT,
        /// Reads all go to the primary, and the replicas idle.
        REPLICAS_UNUSED,
        /// Reads all go to the replicas, which are busier than their primary.
        PRIMARY_UNDERUSED,
        NETWORK_BOUND,
        MEMORY_BOUND,
        /// One shard is full, and no fuller of slots than the others.
        BIG_KEY,
        /// One shard is hot because it holds more slots than its share.
        HOT_SLOTS,
        /// One shard is hot with reads, and its replicas share them.
        HOT_READS,
        /// One shard is hot with writes, or with reads that go to its primary alone; or some are
        /// with few commands that cost much.
        HOT_KEY,
        /// As [#BUSY], with reads that replicas share.
        BUSY_READS,
        /// Shards are busy, and none of them stands out among others that idle. It is about one
        /// shard if that alone is too busy, else about all.
        BUSY,
        /// A node has nearly as many connections as it takes.
        CONNECTIONS,
        /// A processor is too busy now, and by what is known no step relieves it: of a replica that
        /// hardly serves reads, or for minutes so far.
        BUSY_NODE,
        /// A processor was too busy for some of the minutes, and is not now.
        SPIKE;

        /// Whether the next quarter of an hour may tell something else, without anybody's doing.
        public boolean passes() {
            return this == UNKNOWN || isOfMinutes();
        }

        /// Whether some minutes alone, or one node alone, are over the limit.
        public boolean isOfMinutes() {
            return this == BUSY_NODE || this == SPIKE;
        }

        /// Whether clients cause it, and no node that is bought cures it.
        public boolean isOfClients() {
            return switch (this) {
                case CONNECTION_CHURN, REPLICAS_REDIRECT, REPLICAS_UNUSED, PRIMARY_UNDERUSED ->
                        true;
                case UNKNOWN,
                        NETWORK_BOUND,
                        MEMORY_BOUND,
                        BIG_KEY,
                        HOT_SLOTS,
                        HOT_READS,
                        HOT_KEY,
                        BUSY_READS,
                        BUSY,
                        CONNECTIONS,
                        BUSY_NODE,
                        SPIKE ->
                        false;
            };
        }
    }
}
