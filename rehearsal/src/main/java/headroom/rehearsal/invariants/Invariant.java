package headroom.rehearsal.invariants;

import headroom.rehearsal.simulation.Simulation;
import headroom.simulated.journal.Entry;

import java.util.Optional;

/// Something that must always hold.
public interface Invariant<S extends Simulation> {
    /// Looks at what has just happened.
    ///
    /// @return what is wrong
    Optional<String> after(Entry entry, S simulation);

    /// Looks at the simulation once nothing more happens.
    ///
    /// @return what is wrong
    default Optional<String> atRest(S simulation) {
        return Optional.empty();
    }

    default String name() {
        return getClass().getSimpleName();
    }
}
