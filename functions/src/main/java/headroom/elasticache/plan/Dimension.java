package headroom.elasticache.plan;

/// What may run short on a node first.
public enum Dimension {
    /// Percent of the thread that carries out commands. Beyond this, each waits for others.
    PROCESSOR("processor", "%", 90),
    /// Percent of what data may use. The rest is for buffers that grow with the writes of a
    /// resharding.
    MEMORY("memory", "%", 90),
    /// Percent of what the network carries for ever.
    NETWORK("network", "%", 100),
    /// What a node takes.
    CONNECTIONS("connections", "", 65_000);

    private final String word;
    private final String unit;
    private final double limit;

    Dimension(String word, String unit, double limit) {
        this.word = word;
        this.unit = unit;
        this.limit = limit;
    }

    public double limit() {
        return limit;
    }

    /// For people.
    public String word() {
        return word;
    }

    /// For people.
    String inWords(double value) {
        return word + " " + value(value);
    }

    /// For people.
    public String value(double value) {
        return "%.0f%s".formatted(value, unit.isEmpty() ? "" : " " + unit);
    }

    /// Clients connect to each shard, so that more of them have as many connections each.
    boolean spreadsOverShards() {
        return this != CONNECTIONS;
    }
}
