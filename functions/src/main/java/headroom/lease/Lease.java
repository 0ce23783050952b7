package headroom.lease;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// The lease of one resource as it stands in the table. What a workflow keeps on the same item, it
/// reads by [#text(String)].
///
/// @param attributes of the item, all of which are texts
public record Lease(NavigableMap<String, String> attributes) {
    private static final String REPORT = "report ";

    public Lease {
        attributes = Collections.unmodifiableNavigableMap(new TreeMap<>(attributes));
    }

    public static Lease of(Map<String, String> attributes) {
        return new Lease(new TreeMap<>(attributes));
    }

    /// The ARN of the execution that holds it; null if it is free.
    public @Nullable String owner() {
        return text("owner");
    }

    /// Since when it is held.
    public @Nullable Instant takenAt() {
        return time("takenAt");
    }

    /// Before which nothing automatic starts.
    public @Nullable Instant quietUntil() {
        return time("quietUntil");
    }

    /// Whether the critical level may start a run in the quiet time as well.
    public boolean unlessCritical() {
        return "true".equals(text("unlessCritical"));
    }

    /// Before which no further recovery is started, after one that failed.
    public @Nullable Instant retryAfter() {
        return time("retryAfter");
    }

    /// What runs could not publish, by the attribute that holds it.
    public NavigableMap<String, String> reports() {
        return startingWith(REPORT);
    }

    /// What stands beside it.
    public Notes notes() {
        return Notes.of(this);
    }

    /// The attributes whose names begin so.
    public NavigableMap<String, String> startingWith(String prefix) {
        return attributes.subMap(prefix, true, prefix + Character.MAX_VALUE, false);
    }

    public @Nullable Instant time(String attribute) {
        String text = text(attribute);
        return text == null ? null : Instant.parse(text);
    }

    public @Nullable String text(String attribute) {
        return attributes.get(attribute);
    }
}
