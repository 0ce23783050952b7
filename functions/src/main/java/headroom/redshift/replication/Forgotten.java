package headroom.redshift.replication;

import java.time.Instant;

/// A task that a person has taken off the record: it is not started again by Headroom.
///
/// @param by what asked for it, for people
public record Forgotten(String arn, String name, String by, Instant at) {
    /// For people.
    public String sentence() {
        return "%s (%s), as %s asked at %s".formatted(name, arn, by, at);
    }
}
