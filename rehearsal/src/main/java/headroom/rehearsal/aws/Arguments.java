package headroom.rehearsal.aws;

import org.jspecify.annotations.Nullable;

import java.util.Map;
import java.util.Objects;

/// Reads the plain JSON values that the state machine hands to a service.
public final class Arguments {
    private Arguments() {}

    static Map<?, ?> object(@Nullable Object value) {
        if (value instanceof Map<?, ?> object) {
            return object;
        }
        throw new IllegalArgumentException("Found " + value + "; expected a JSON object.");
    }

    static String string(Map<?, ?> object, String field) {
        Object value = object.get(field);
        if (Objects.requireNonNullElse(value, "") instanceof String text && value != null) {
            return text;
        }
        throw new IllegalArgumentException(
                "Found %s at %s in %s; expected a string.".formatted(value, field, object));
    }
}
