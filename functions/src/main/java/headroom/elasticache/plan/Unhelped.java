package headroom.elasticache.plan;

import headroom.elasticache.group.Change;
import headroom.text.Moment;

import java.time.Instant;
import java.util.regex.Pattern;

/// A step that was taken and did not help. The same is not tried again before long.
///
/// @param change in words, as [headroom.elasticache.group.Change#inWords] says it
/// @param until before which it is not tried
public record Unhelped(String change, Instant until) {
    /// What is left to do after a step that did not help.
    public static final String LOOK_FURTHER =
            "Look for what the figures do not show: a few hot keys, slow commands (SLOWLOG GET),"
                    + " clients that do not use what was added.";

    private static final Pattern NUMBERS =
            Pattern.compile("from \\S+ to \\S+|over the \\d+ shards");

    /// Whether it is too early for this one. The numbers do not count: a fourth shard helps no more
    /// than the third did.
    boolean holdsBack(Change planned, Instant now) {
        return now.isBefore(until) && kind(planned.inWords()).equals(kind(change));
    }

    /// For people, in place of a step of its kind.
    String insteadOf(Change planned) {
        return "The step that would answer it, to %s, is held back: one of its kind, to %s, was taken lately and did not help. None is tried again before %s."
                .formatted(planned.inWords(), change, Moment.of(until));
    }

    private static String kind(String words) {
        return NUMBERS.matcher(words).replaceAll("");
    }
}
