package headroom.text;

import java.time.Duration;

/// A stretch of time as people read it: `45 min`, `6 h`, `30 h 36 min`. Whole minutes, rounded
/// down, and below one minute seconds.
public record Span(Duration length) {
    @Override
    public String toString() {
        if (length.toMinutes() < 1) {
            return length.toSeconds() + " s";
        }
        long hours = length.toHours();
        int minutes = length.toMinutesPart();
        if (hours == 0) {
            return minutes + " min";
        }
        return minutes == 0 ? hours + " h" : "%d h %d min".formatted(hours, minutes);
    }
}
