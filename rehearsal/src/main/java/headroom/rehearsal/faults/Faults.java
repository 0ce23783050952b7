package headroom.rehearsal.faults;

import headroom.rehearsal.journal.Journal;
import headroom.rehearsal.journal.Kind;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The faults of one story: counts the calls at each place, and tells which of them are struck.
public final class Faults {
    private final List<Fault> planned;
    private final Journal journal;
    private final Map<String, Integer> calls = new TreeMap<>();
    private int struck;

    public Faults(List<Fault> planned, Journal journal) {
        this.planned = List.copyOf(planned);
        this.journal = journal;
    }

    /// Counts one more call at the place.
    ///
    /// @return what happens to it, if anything does
    public Optional<String> strike(String place) {
        int call = calls.merge(place, 1, Integer::sum);
        Optional<Fault> fault =
                planned.stream().filter(each -> each.strikes(place, call)).findFirst();
        fault.ifPresent(
                each -> {
                    struck++;
                    journal.note(Kind.FAULT, place, "call %d: %s".formatted(call, each.what()));
                });
        return fault.map(Fault::what);
    }

    /// How many calls there were at each place so far.
    public Map<String, Integer> calls() {
        return Collections.unmodifiableMap(calls);
    }

    /// How many calls were struck so far.
    public int struck() {
        return struck;
    }

    public List<Fault> planned() {
        return planned;
    }

    /// Those that a clock starts, not a call.
    public List<Fault> planned(String place) {
        return planned.stream().filter(each -> each.place().equals(place)).toList();
    }
}
