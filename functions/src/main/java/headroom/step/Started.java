package headroom.step;

import java.time.Instant;

/// What a step that acts answers: the change is under way, by this call or by an earlier one.
///
/// @param since when the change was seen to be under way; the limit of its confirmation counts from
///   here
/// @param sentence for people
public record Started(Instant since, String sentence) {}
