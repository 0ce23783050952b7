package headroom.report;

import java.time.Instant;
import java.util.Optional;

/// What a run has to tell, against what operators were told before.
///
/// @param about in the same words each time, if it may come again
/// @param isAsked whether somebody waits for an answer
/// @param stands whether it stands still until something changes, so that once a day will do
/// @param isKept whether what operators know is written down; what answers one person's question is
///   not
public record News(Optional<String> about, boolean isAsked, boolean stands, boolean isKept) {

    /// Whether it is told.
    public boolean tells(Told before, Instant now) {
        if (isAsked || about.isEmpty()) {
            return true;
        }
        return !about.get().equals(before.about())
                || !(stands ? before.isOfToday(now) : !before.isDueAgain(now));
    }

    /// What operators know then.
    public Told told(Told before, Instant now) {
        if (!isKept) {
            return before;
        }
        String subject = about.orElse(Told.NOTHING);
        if (!subject.equals(before.about())) {
            return Told.first(subject, now);
        }
        return tells(before, now) ? before.again(now) : before;
    }
}
