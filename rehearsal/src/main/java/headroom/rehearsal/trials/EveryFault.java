package headroom.rehearsal.trials;

import headroom.rehearsal.faults.Fault;
import headroom.rehearsal.faults.FaultKinds;
import headroom.rehearsal.redshift.interventions.Intervention;

import java.util.ArrayList;
import java.util.List;

/// Every fault that the ordinary scenario can have, alone; and each place's faults together with an
/// abort at each state.
public final class EveryFault {
    private static final int SOME = 3;

    private final CallCounts census = CallCounts.take();

    /// Each kind at each call that [CallCounts] chooses: once, three times in a row, and for good.
    /// What a person does, a person does once.
    public List<Trial> alone() {
        List<Trial> trials = new ArrayList<>();
        for (String place : census.places()) {
            for (int call : census.calls(place)) {
                for (String what : FaultKinds.at(place)) {
                    trials.add(Trial.of(List.of(Fault.once(place, call, what))));
                    if (!place.startsWith(FaultKinds.STATE) && !FaultKinds.denies(what)) {
                        trials.add(Trial.of(List.of(new Fault(place, call, SOME, what))));
                        trials.add(Trial.of(List.of(new Fault(place, call, Fault.FOR_GOOD, what))));
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
        for (String place : census.places()) {
            for (String what : FaultClasses.of(place)) {
                for (String state : census.states()) {
                    trials.add(
                            Trial.of(
                                    List.of(
                                            Fault.once(place, 1, what),
                                            Fault.once(state, 1, Intervention.ABORT.name()))));
                }
            }
        }
        return trials;
    }
}
