package headroom.elasticache.plan;

/// Something that is in the way of a step, as long as nothing is touched.
///
/// @param passes true if it passes by itself, so that it is worth a wait
/// @param about in few words, the same each time
/// @param wayOut what a person can do about it
record Obstacle(boolean passes, String about, String sentence, String wayOut) {
    static Obstacle lasting(String about, String sentence, String wayOut) {
        return new Obstacle(false, about, sentence, wayOut);
    }

    static Obstacle passing(String about, String sentence, String wayOut) {
        return new Obstacle(true, about, sentence, wayOut);
    }
}
