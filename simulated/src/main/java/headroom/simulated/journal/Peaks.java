package headroom.simulated.journal;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The highest value that each of several had in a scenario, such as a function's longest
/// invocation.
public final class Peaks<V extends Comparable<V>> {
    private final Map<String, V> highest = new TreeMap<>();

    public void note(String who, V value) {
        highest.merge(who, value, (one, other) -> one.compareTo(other) < 0 ? other : one);
    }

    public Optional<V> of(String who) {
        return Optional.ofNullable(highest.get(who));
    }

    /// Whose was the highest of all, and how high; empty before the first.
    public Optional<Map.Entry<String, V>> highest() {
        return highest.entrySet().stream().max(Map.Entry.comparingByValue());
    }
}
