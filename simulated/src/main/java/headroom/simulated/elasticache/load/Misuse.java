package headroom.simulated.elasticache.load;

/// What clients do that no step cures.
public enum Misuse {
    CONNECTIONS("clients open a connection for each command"),
    NO_READONLY("replicas redirect all reads that they are asked for"),
    REPLICAS_IDLE("reads all go to the primaries, and replicas idle"),
    PRIMARIES_IDLE("reads all go to the replicas, which are busier than their primary"),
    HOT_KEY("one hash tag has most of what a shard does"),
    BIG_KEY("one key fills a shard");

    private final String sentence;

    Misuse(String sentence) {
        this.sentence = sentence;
    }

    /// For people.
    public String inWords() {
        return sentence;
    }
}
