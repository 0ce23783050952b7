package headroom.rehearsal.states;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/// The variables of a machine, or those of a branch, which sees the outer ones too. They go with
/// the branch that has assigned them.
final class Variables {
    private final @Nullable Variables outer;
    private final Map<String, @Nullable Object> own = new LinkedHashMap<>();

    Variables(@Nullable Variables outer) {
        this.outer = outer;
    }

    void assign(Map<String, @Nullable Object> values) {
        own.putAll(values);
    }

    /// A copy that the caller may add to.
    Map<String, @Nullable Object> visible() {
        Map<String, @Nullable Object> all = outer == null ? new LinkedHashMap<>() : outer.visible();
        all.putAll(own);
        return all;
    }
}
