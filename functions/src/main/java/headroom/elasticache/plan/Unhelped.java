package headroom.elasticache.plan;

import java.time.Instant;

/// A step that was taken and did not help. The same is not tried again before long.
///
/// @param change in words, as [headroom.elasticache.group.Change#inWords] says it
/// @param until before which it is not tried
public record Unhelped(String change, Instant until) {}
