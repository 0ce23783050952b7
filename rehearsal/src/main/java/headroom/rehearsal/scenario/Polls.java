package headroom.rehearsal.scenario;

import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;
import headroom.text.Span;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Joins what a step says again and again while it waits: answers in a row that differ in nothing
/// but percentages and times become one, with their course from the first to the last.
final class Polls {
    private static final Pattern VARIES =
            Pattern.compile(
                    "\\d+(?:\\.\\d+)? %"
                            + "|\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z"
                            + "|\\b\\d+ (?:h|min|s)\\b(?: \\d+ (?:min|s)\\b)?");

    private @Nullable Entry first;
    private @Nullable Entry last;
    private int count;

    /// @return whether the entry goes on with what is held, so that nobody else tells it
    boolean join(Entry entry) {
        if (first == null || !entry.name().equals(first.name()) || !isLike(first, entry)) {
            return false;
        }
        last = entry;
        count++;
        return true;
    }

    private static boolean isLike(Entry one, Entry other) {
        return other.kind() == Kind.STEP && skeleton(one).equals(skeleton(other));
    }

    private static String skeleton(Entry entry) {
        return VARIES.matcher(entry.detail()).replaceAll("#");
    }

    /// Holds an entry until it is known what comes after it.
    void hold(Entry entry) {
        first = entry;
        last = entry;
        count = 1;
    }

    /// What was held, as one entry; empty if nothing was.
    Optional<Entry> end() {
        Entry from = first;
        Entry to = last;
        first = null;
        last = null;
        return from == null || to == null ? Optional.empty() : Optional.of(joined(from, to));
    }

    private Entry joined(Entry from, Entry to) {
        if (from.detail().equals(to.detail())) {
            return from;
        }
        Span time = new Span(Duration.between(from.at(), to.at()));
        String name = "%s ×%d".formatted(from.name(), count);
        return new Entry(
                from.at(), from.kind(), name, time + ": " + course(from.detail(), to.detail()), "");
    }

    /// The sentence, with the first and the last of what varies in it.
    private static String course(String from, String to) {
        Matcher later = VARIES.matcher(to);
        return VARIES.matcher(from)
                .replaceAll(
                        each ->
                                later.find() && !later.group().equals(each.group())
                                        ? each.group() + " … " + later.group()
                                        : each.group());
    }
}
