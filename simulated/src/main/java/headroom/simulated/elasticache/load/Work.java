package headroom.simulated.elasticache.load;

/// What a node does in a second, or is asked to do.
///
/// @param reads that it answers
/// @param writes that it answers
/// @param applied writes that come from its primary
/// @param redirected reads that it sends elsewhere
/// @param opened connections
/// @param kept connections that stay open
/// @param in bytes of requests
/// @param out bytes of answers
/// @param stream bytes that go from a primary to its replicas, or come from there
record Work(
        double reads,
        double writes,
        double applied,
        double redirected,
        double opened,
        double kept,
        double in,
        double out,
        double stream) {
    static final Work NONE = new Work(0, 0, 0, 0, 0, 0, 0, 0, 0);

    /// Bytes around a key, measured.
    private static final double REQUEST = 27;

    private static final double ANSWER = 9;
    private static final double WRITE_REQUEST = 47;
    private static final double WRITE_ANSWER = 5;
    private static final double REDIRECTION = 28;

    static Work reading(double reads, double valueBytes) {
        return new Work(reads, 0, 0, 0, 0, 0, reads * REQUEST, reads * (valueBytes + ANSWER), 0);
    }

    /// @param replicas that get the stream
    static Work writing(double writes, double valueBytes, int replicas) {
        double request = valueBytes + WRITE_REQUEST;
        return new Work(
                0,
                writes,
                0,
                0,
                0,
                0,
                writes * request,
                writes * WRITE_ANSWER,
                writes * request * replicas);
    }

    static Work applying(double writes, double valueBytes) {
        return new Work(0, 0, writes, 0, 0, 0, 0, 0, writes * (valueBytes + WRITE_REQUEST));
    }

    static Work redirecting(double reads) {
        return new Work(0, 0, 0, reads, 0, 0, reads * REQUEST, reads * REDIRECTION, 0);
    }

    static Work connecting(double opened, double kept) {
        return new Work(0, 0, 0, 0, opened, kept, 0, 0, 0);
    }

    /// By clients, whatever it answers.
    double asked() {
        return reads + writes + redirected;
    }

    double commands() {
        return asked() + applied;
    }

    Work and(Work other) {
        return new Work(
                reads + other.reads,
                writes + other.writes,
                applied + other.applied,
                redirected + other.redirected,
                opened + other.opened,
                kept + other.kept,
                in + other.in,
                out + other.out,
                stream + other.stream);
    }

    /// So much of it; connections that are open stay.
    Work times(double part) {
        return new Work(
                reads * part,
                writes * part,
                applied * part,
                redirected * part,
                opened * part,
                kept,
                in * part,
                out * part,
                stream * part);
    }

    /// How much of the one thread it takes; more than 1 is more than there is.
    double thread(Costs costs) {
        double commands =
                reads + writes + redirected + applied * Costs.APPLIED + opened * Costs.CONNECTION;
        return commands * costs.command();
    }
}
