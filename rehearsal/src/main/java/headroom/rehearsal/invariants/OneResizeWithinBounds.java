package headroom.rehearsal.invariants;

import headroom.rehearsal.journal.Entry;
import headroom.rehearsal.story.Stage;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// S6: never above the ceiling, never smaller, and never twice in one run. Nodes cost money by the
/// hour, and a doubling that is repeated is the most expensive mistake there is.
public final class OneResizeWithinBounds implements Invariant {
    private static final Pattern SIZES = Pattern.compile("(\\d+) -> (\\d+) nodes");

    @Override
    public Optional<String> after(Entry entry, Stage stage) {
        if (!Calls.is(entry) || !entry.name().equals("ResizeCluster")) {
            return Optional.empty();
        }
        Matcher sizes = SIZES.matcher(entry.detail());
        if (!sizes.matches()) {
            return Optional.of("the resize is not understood: " + entry.detail());
        }
        int from = Integer.parseInt(sizes.group(1));
        int to = Integer.parseInt(sizes.group(2));
        if (to > stage.settings().maxNodes()) {
            return Optional.of(to + " nodes are above the ceiling");
        }
        if (to <= from) {
            return Optional.of(to + " nodes are no growth from " + from);
        }
        long resizes = stage.journal().calls("ResizeCluster").size();
        long runs = stage.executions().size();
        return resizes > runs
                ? Optional.of("%d resizes in %d runs".formatted(resizes, runs))
                : Optional.empty();
    }
}
