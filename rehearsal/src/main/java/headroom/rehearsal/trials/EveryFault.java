package headroom.rehearsal.trials;

import headroom.rehearsal.scenario.Scenario;
import headroom.simulated.faults.Fault;
import headroom.simulated.faults.FaultKinds;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Every fault that the ordinary scenario can have, alone; and each place's faults together with an
/// abort at each state.
public final class EveryFault {
    private static final int SOME = 3;

    private final String typed;
    private final FaultKinds kinds;
    private final Function<List<Fault>, Scenario<?>> scenario;
    private final CallCounts counts;

    /// @param typed how a scenario of this workflow is played
    /// @param scenario the ordinary one, upset by faults
    public EveryFault(String typed, FaultKinds kinds, Function<List<Fault>, Scenario<?>> scenario) {
        this.typed = typed;
        this.kinds = kinds;
        this.scenario = scenario;
        counts = CallCounts.of(scenario.apply(List.of()));
    }

    /// Each kind at each call that [CallCounts] chooses: once, three times in a row, and for good.
    /// What a person does, a person does once.
    public List<Trial> alone() {
        List<Trial> trials = new ArrayList<>();
        for (String place : counts.places()) {
            for (int call : counts.calls(place)) {
                for (String what : kinds.at(place)) {
                    trials.add(trial(Fault.once(place, call, what)));
                    if (!place.startsWith(FaultKinds.STATE) && !FaultKinds.denies(what)) {
                        trials.add(trial(new Fault(place, call, SOME, what)));
                        trials.add(trial(new Fault(place, call, Fault.FOR_GOOD, what)));
                    }
                }
            }
        }
        return trials;
    }

    /// Each kind once, at the first call of its place, with an abort at the first entry of each
    /// state. Of the errors that are told apart by their names alone, one stands for all: after an
    /// abort nobody reads the name.
    public List<Trial> withAborts() {
        List<Trial> trials = new ArrayList<>();
        for (String place : counts.places()) {
            for (String what : FaultClasses.of(place, kinds)) {
                for (String state : counts.states()) {
                    trials.add(
                            trial(
                                    Fault.once(place, 1, what),
                                    Fault.once(state, 1, FaultKinds.ABORT)));
                }
            }
        }
        return trials;
    }

    private Trial trial(Fault... faults) {
        return Trial.of(typed, List.of(faults), scenario);
    }
}
