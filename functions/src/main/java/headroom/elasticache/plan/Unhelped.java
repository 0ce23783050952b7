package headroom.elasticache.plan;

import headroom.elasticache.group.Change;

import java.time.Instant;
import java.util.regex.Pattern;

/// A step that was taken and did not help. The same is not tried again before long.
///
/// @param change in words, as [headroom.elasticache.group.Change#inWords] says it
/// @param until before which it is not tried
public record Unhelped(String change, Instant until) {
    private static final Pattern NUMBERS =
            Pattern.compile("from \\S+ to \\S+|over the \\d+ shards");

    /// Whether it is too early for this one. The numbers do not count: a fourth shard helps no more
    /// than the third did.
    boolean holdsBack(Change planned, Instant now) {
        return now.isBefore(until) && kind(planned.inWords()).equals(kind(change));
    }

    private static String kind(String words) {
        return NUMBERS.matcher(words).replaceAll("");
    }
}
