package headroom.rehearsal.redshift.invariants;

import headroom.rehearsal.invariants.Invariant;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.states.Execution;
import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// S6: never above the ceiling, never smaller, never twice in one run, and never a second resize
/// before the first has ended and its quiet time has passed, unless a person asks for it. Nodes
/// cost money by the hour, and a doubling that is repeated is the most expensive mistake there is.
public final class OneResizeWithinBounds implements Invariant<RedshiftSimulation> {
    private static final Pattern SIZES = Pattern.compile("(\\d+) -> (\\d+) nodes.*");

    /// The shortest quiet time after a run that changed the cluster: that of one that had to be
    /// recovered. It counts from when the cluster has its new size, as the disk metric speaks for
    /// that size from then on; what Redshift moves in the background afterwards may take hours.
    private static final Duration QUIET = Duration.ofMinutes(30);

    private String lastRun = "";
    private @Nullable Instant sizedAt;

    @Override
    public Optional<String> after(Entry entry, RedshiftSimulation simulation) {
        boolean sized = simulation.redshift().takesWrites() && entry.kind() == Kind.CLUSTER;
        if (!lastRun.isEmpty() && sized && sizedAt == null) {
            sizedAt = entry.at();
        }
        if (!Calls.resizes(entry)) {
            return Optional.empty();
        }
        Optional<String> wrong = wrongSize(entry, simulation).or(() -> tooSoon(entry, simulation));
        lastRun = entry.by();
        sizedAt = null;
        return wrong;
    }

    private static Optional<String> wrongSize(Entry entry, RedshiftSimulation simulation) {
        Matcher sizes = SIZES.matcher(entry.detail());
        if (!sizes.matches()) {
            return Optional.of("the resize is not understood: " + entry.detail());
        }
        int from = Integer.parseInt(sizes.group(1));
        int to = Integer.parseInt(sizes.group(2));
        if (to > simulation.settings().policy().maxNodes()) {
            return Optional.of(to + " nodes are above the ceiling");
        }
        return to > from ? Optional.empty() : Optional.of(to + " nodes are no growth from " + from);
    }

    private Optional<String> tooSoon(Entry entry, RedshiftSimulation simulation) {
        if (lastRun.isEmpty()) {
            return Optional.empty();
        }
        if (lastRun.equals(entry.by())) {
            return Optional.of("one run resizes twice");
        }
        if (sizedAt == null) {
            return Optional.of("the resize before this one has not ended");
        }
        boolean byHand =
                simulation.execution(entry.by()).map(OneResizeWithinBounds::isByHand).orElse(false);
        return byHand || !entry.at().isBefore(sizedAt.plus(QUIET))
                ? Optional.empty()
                : Optional.of("the quiet time after the resize at " + sizedAt + " has not passed");
    }

    private static boolean isByHand(Execution execution) {
        String cause = execution.input("cause");
        return cause.isEmpty() || cause.equals("manual");
    }
}
