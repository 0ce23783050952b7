package headroom.elasticache.plan;

/// A step that was weighed.
///
/// @param change in words
/// @param expected the figures that it would bring, for people
/// @param why it was not taken; empty for the one that is
public record Option(String change, String expected, String why) {}
