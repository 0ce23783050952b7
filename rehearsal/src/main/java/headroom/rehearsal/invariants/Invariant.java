package headroom.rehearsal.invariants;

import headroom.rehearsal.journal.Entry;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;

import java.util.Optional;

/// Something that must always hold.
public interface Invariant {
    /// Looks at what has just happened.
    ///
    /// @return what is wrong
    Optional<String> after(Entry entry, RedshiftSimulation simulation);

    /// Looks at the world once everything has come to rest.
    ///
    /// @return what is wrong
    default Optional<String> atRest(RedshiftSimulation simulation) {
        return Optional.empty();
    }

    default String name() {
        return getClass().getSimpleName();
    }
}
