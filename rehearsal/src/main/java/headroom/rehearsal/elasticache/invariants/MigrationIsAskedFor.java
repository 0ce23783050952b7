package headroom.rehearsal.elasticache.invariants;

import headroom.rehearsal.elasticache.simulation.CacheSimulation;
import headroom.rehearsal.invariants.Invariant;
import headroom.simulated.elasticache.GroupSetup.Mode;
import headroom.simulated.elasticache.load.Misuse;
import headroom.simulated.journal.Entry;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/// C12: the cluster mode is changed by a person's message for it alone, and only where the owner
/// allows it; nothing else is done to a group between two modes; and the last step, which cannot be
/// taken back, is not taken while clients open a connection for each command, or have their reads
/// redirected.
public final class MigrationIsAskedFor implements Invariant<CacheSimulation> {
    /// A quarter of an hour, and the newest minutes, which CloudWatch may not have yet.
    private static final Duration SEEN = Duration.ofMinutes(20);

    @Override
    public Optional<String> after(Entry entry, CacheSimulation simulation) {
        if (!Calls.isStep(entry)) {
            return Optional.empty();
        }
        return AskedStep.of(entry).stream()
                .flatMap(each -> objection(each, entry, simulation).stream())
                .findFirst()
                .map(each -> "%s, and %s".formatted(entry.detail(), each));
    }

    private static Optional<String> objection(
            AskedStep step, Entry entry, CacheSimulation simulation) {
        if (!(step instanceof AskedStep.OtherMode it)) {
            return simulation.elastiCache().mode() == Mode.COMPATIBLE
                    ? Optional.of("the group is between two cluster modes")
                    : Optional.empty();
        }
        if (!simulation.settings().policy().migrates()) {
            return Optional.of("the owner does not allow it");
        }
        if (!isAskedFor(entry, simulation)) {
            return Optional.of("no person asked for it");
        }
        return it.to() == Mode.ENABLED ? unready(simulation) : Optional.empty();
    }

    private static boolean isAskedFor(Entry entry, CacheSimulation simulation) {
        return simulation
                .execution(entry.by())
                .filter(each -> each.input("wish").contains("migrate"))
                .isPresent();
    }

    private static Optional<String> unready(CacheSimulation simulation) {
        Set<Misuse> misuses = simulation.truth().misuses(SEEN);
        return misuses.stream()
                .filter(each -> each == Misuse.CONNECTIONS || each == Misuse.NO_READONLY)
                .findFirst()
                .map(Misuse::inWords);
    }
}
