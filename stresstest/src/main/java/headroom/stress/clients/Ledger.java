package headroom.stress.clients;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Every write that was acknowledged.
public final class Ledger {
    private final Queue<Write> writes = new ConcurrentLinkedQueue<>();

    /// @param length of the value
    private record Write(String key, int length) {
        boolean isThere(@Nullable String value) {
            return Keys.value(key, length).equals(value);
        }
    }

    void acknowledged(String key, int length) {
        writes.add(new Write(key, length));
    }

    public int size() {
        return writes.size();
    }

    /// Reads all of it back.
    ///
    /// @return the keys that are gone, or have another value
    public List<String> lost(Client client) {
        return writes.parallelStream()
                .filter(each -> !each.isThere(client.read(each.key())))
                .map(Write::key)
                .toList();
    }
}
