package headroom.rehearsal.states;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// JSON as plain values that nobody can change: `Map<String, Object>` in the order of the text,
/// `List`, `String`, `Boolean`, numbers, and Java's null for JSON's.
///
/// A whole number is an `Integer`, or a `Long` where that is too small; every other is a `Double`.
public final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private Json() {}

    /// Reads one value.
    ///
    /// @throws IllegalArgumentException if `text` is not one JSON value, or repeats a key
    public static @Nullable Object read(String text) {
        try {
            return copy(MAPPER.readValue(text, Object.class));
        } catch (JsonProcessingException cause) {
            throw new IllegalArgumentException(cause.getOriginalMessage(), cause);
        }
    }

    public static String write(@Nullable Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException cause) {
            throw new IllegalArgumentException(cause.getOriginalMessage(), cause);
        }
    }

    /// The same value in this class's own form, detached from the original.
    ///
    /// @throws IllegalArgumentException if something in it is not JSON
    public static @Nullable Object copy(@Nullable Object value) {
        return walk(value, Json::leaf);
    }

    static int bytes(@Nullable Object value) {
        return write(value).getBytes(StandardCharsets.UTF_8).length;
    }

    static @Nullable Object walk(
            @Nullable Object value, Function<@Nullable Object, @Nullable Object> leaf) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, @Nullable Object> copy = new LinkedHashMap<>();
                map.forEach((key, each) -> copy.put(key(key), walk(each, leaf)));
                yield Collections.unmodifiableMap(copy);
            }
            case List<?> list -> {
                List<@Nullable Object> copy = new ArrayList<>(list.size());
                list.forEach(each -> copy.add(walk(each, leaf)));
                yield Collections.unmodifiableList(copy);
            }
            case null, default -> leaf.apply(value);
        };
    }

    static @Nullable Object leaf(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case Boolean truth -> truth;
            case Number number -> number(number);
            default -> throw new IllegalArgumentException(notJson(value));
        };
    }

    private static Number number(Number number) {
        double real = number.doubleValue();
        if (!Double.isFinite(real)) {
            throw new IllegalArgumentException(notJson(number));
        }
        long whole = number.longValue();
        if (whole != real || whole == Long.MAX_VALUE) {
            return real;
        }
        return whole == (int) whole ? (Number) (int) whole : (Number) whole;
    }

    private static String key(@Nullable Object key) {
        if (key instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(notJson(key));
    }

    private static String notJson(@Nullable Object value) {
        return "Found %s (%s); expected a JSON value."
                .formatted(value, value == null ? "null" : value.getClass().getSimpleName());
    }
}
