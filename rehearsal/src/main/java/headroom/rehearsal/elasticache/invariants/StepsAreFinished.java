package headroom.rehearsal.elasticache.invariants;

import headroom.rehearsal.elasticache.simulation.CacheSimulation;
import headroom.rehearsal.invariants.Invariant;
import headroom.simulated.elasticache.SimulatedElastiCache;
import headroom.simulated.journal.Entry;
import headroom.simulated.journal.Kind;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// C8: no step is called done before ElastiCache is done with it, and the group stands as was asked
/// for. What is measured before then says nothing, and the next step would meet this one. And no
/// cluster mode is told of that the group has not.
///
/// Where somebody else has changed the group since, it need not stand so any more; and another mode
/// may take minutes to show.
public final class StepsAreFinished implements Invariant<CacheSimulation> {
    private static final Pattern MODE = Pattern.compile("^Cluster mode is ([a-z]+) now");

    private static final Duration SHOWS = Duration.ofMinutes(5);

    private List<AskedStep> last = List.of();
    private Instant changedByHand = Instant.MIN;

    @Override
    public Optional<String> after(Entry entry, CacheSimulation simulation) {
        if (Calls.isStep(entry)) {
            last = AskedStep.of(entry);
        }
        if (Calls.changesGroupByHand(entry)) {
            last = List.of();
            changedByHand = entry.at();
        }
        if (entry.kind() == Kind.STEP && entry.name().equals("MeasureEffect")) {
            return otherMode(entry, simulation);
        }
        boolean isCalledDone = entry.kind() == Kind.STATE && entry.name().equals("Settle");
        if (!isCalledDone || last.isEmpty()) {
            return Optional.empty();
        }
        SimulatedElastiCache elastiCache = simulation.elastiCache();
        if (elastiCache.isChanging()) {
            return Optional.of("%s is called done, and the group still changes".formatted(last));
        }
        return last.stream()
                .filter(each -> !each.isReached(elastiCache))
                .findFirst()
                .map("%s is called done, and the group does not stand so"::formatted);
    }

    private Optional<String> otherMode(Entry measured, CacheSimulation simulation) {
        Matcher said = MODE.matcher(measured.detail());
        String mode = simulation.elastiCache().mode().name().toLowerCase(Locale.ROOT);
        return said.find()
                        && !said.group(1).equals(mode)
                        && measured.at().minus(SHOWS).isAfter(changedByHand)
                ? Optional.of("%s, and it is %s".formatted(said.group(), mode))
                : Optional.empty();
    }
}
