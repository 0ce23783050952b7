package headroom.rehearsal.states;

import java.util.Set;

/// When an expression is evaluated, which decides what `$states` holds.
enum Phase {
    ENTRY,
    RESULT,
    CATCH;

    Set<String> known() {
        return switch (this) {
            case ENTRY -> Set.of("input", "context");
            case RESULT -> Set.of("input", "context", "result");
            case CATCH -> Set.of("input", "context", "errorOutput");
        };
    }
}
