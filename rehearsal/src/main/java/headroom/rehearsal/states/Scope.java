package headroom.rehearsal.states;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;

/// What an expression can see: the variables and `$states`, by name, and the time.
record Scope(Map<String, @Nullable Object> bindings, Instant now) {}
