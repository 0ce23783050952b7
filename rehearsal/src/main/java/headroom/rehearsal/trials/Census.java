package headroom.rehearsal.trials;

import headroom.rehearsal.faults.Kinds;
import headroom.rehearsal.story.Performance;
import headroom.rehearsal.story.Stories;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// How often each place is called in the ordinary story, and which of the calls are worth a fault.
record Census(Map<String, Integer> calls) {
    /// Plays the ordinary story and counts.
    static Census take() {
        Performance performance = new Performance(Stories.upset(List.of())).play(_ -> {});
        return new Census(performance.stage().faults().calls());
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
        return calls.keySet().stream().filter(each -> each.startsWith(Kinds.STATE)).toList();
    }
}
