package headroom.simulated.faults;

import headroom.simulated.journal.Journal;
import headroom.simulated.journal.Kind;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The faults of one scenario: counts the calls at each place, and tells which of them are struck.
public final class Faults {
    /// Who calls, as long as no function does.
    public static final String STATE_MACHINE = "StateMachine";

    private final List<Fault> planned;
    private final Journal journal;
    private final Map<String, Integer> calls = new TreeMap<>();
    private final Set<String> callers = new TreeSet<>();
    private String caller = STATE_MACHINE;
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
        callers.add(caller + " " + place);
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

    /// From now on, and until the answer is closed, it is this function that calls.
    public Shift calledBy(String function) {
        String before = caller;
        caller = function;
        return () -> caller = before;
    }

    /// As long as one function calls.
    public interface Shift extends AutoCloseable {
        @Override
        void close();
    }

    /// Who called where so far: `Watch dynamodb.GetItem`.
    public Set<String> callers() {
        return Collections.unmodifiableSet(callers);
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
