package headroom.rehearsal.scenario;

import headroom.rehearsal.invariants.Invariant;
import headroom.rehearsal.simulation.Simulation;
import headroom.simulated.faults.Fault;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// What a scenario begins with, and what must hold in it.
///
/// @param faults what upsets it
/// @param setup makes the simulation; each run has its own
/// @param invariants each run has its own
public record Given<S extends Simulation>(
        List<Fault> faults,
        Function<List<Fault>, S> setup,
        Supplier<List<Invariant<? super S>>> invariants) {
    /// A new simulation.
    public S simulation() {
        return setup.apply(faults);
    }

    /// Its own faults, and these.
    Given<S> upset(List<Fault> more) {
        return new Given<>(
                Stream.concat(faults.stream(), more.stream()).toList(), setup, invariants);
    }

    Given<S> undisturbed() {
        return new Given<>(List.of(), setup, invariants);
    }
}
