package headroom.stress.clients;

import org.jspecify.annotations.Nullable;

/// A client of the cluster, used by several threads. Whatever goes wrong it throws.
public interface Client extends AutoCloseable {
    /// Returns when the write is acknowledged.
    void write(String key, String value);

    /// Null if there is no such key.
    @Nullable String read(String key);

    @Override
    void close();
}
