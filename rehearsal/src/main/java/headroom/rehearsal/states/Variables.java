package headroom.rehearsal.states;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// The variables of a machine, or those of a branch, which sees the outer ones too. They go with
/// the branch that has assigned them.
final class Variables {
    private final @Nullable Variables outer;
    private final Map<String, @Nullable Object> own = new LinkedHashMap<>();
    private final Map<String, Integer> bytes = new HashMap<>();

    Variables(@Nullable Variables outer) {
        this.outer = outer;
    }

    /// @throws Failure.Raised if all that are visible are now larger than they may be together
    void assign(Map<String, @Nullable Object> values) {
        own.putAll(values);
        values.forEach((name, value) -> bytes.put(name, Json.bytes(value)));
        long all = bytes();
        if (all > Limits.VARIABLES_BYTES) {
            throw new Failure(
                            Failure.DATA_LIMIT,
                            "The variables: found %d bytes of JSON, expected at most %d."
                                    .formatted(all, Limits.VARIABLES_BYTES))
                    .raised();
        }
    }

    private long bytes() {
        long inner = bytes.values().stream().mapToLong(each -> each).sum();
        return outer == null ? inner : inner + outer.bytes();
    }

    /// A copy that the caller may add to.
    Map<String, @Nullable Object> visible() {
        Map<String, @Nullable Object> all = outer == null ? new LinkedHashMap<>() : outer.visible();
        all.putAll(own);
        return all;
    }
}
