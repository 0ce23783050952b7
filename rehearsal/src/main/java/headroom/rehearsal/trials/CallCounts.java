package headroom.rehearsal.trials;

import headroom.rehearsal.scenario.Scenario;
import headroom.rehearsal.scenario.ScenarioRun;
import headroom.simulated.faults.FaultKinds;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// How often each place is called in the ordinary scenario, and which of the calls are worth a
/// fault.
record CallCounts(Map<String, Integer> calls) {
    /// Runs the ordinary scenario and counts.
    static CallCounts of(Scenario<?> ordinary) {
        ScenarioRun<?> run = new ScenarioRun<>(ordinary).play(_ -> {});
        return new CallCounts(run.simulation().faults().calls());
    }

    /// A poll is like the one before it, so of many calls the first two, the one in the middle and
    /// the last stand for all.
    Set<Integer> calls(String place) {
        int all = calls.getOrDefault(place, 0);
        Set<Integer> chosen = new TreeSet<>(Set.of(1));
        chosen.add(Math.min(2, all));
        chosen.add((all + 1) / 2);
        chosen.add(all);
        return chosen;
    }

    Set<String> places() {
        return calls.keySet();
    }

    List<String> states() {
        return calls.keySet().stream().filter(each -> each.startsWith(FaultKinds.STATE)).toList();
    }
}
