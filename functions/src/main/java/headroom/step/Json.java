package headroom.step;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.protocols.jsoncore.JsonWriter;

import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Records to JSON and back, over the parser that the SDK brings anyway: a mapping library costs a
/// function up to 170 ms of its cold start.
///
/// Knows records, lists, strings, numbers, booleans, enums (by name, in lower case), instants
/// (ISO-8601), optionals and sealed interfaces of records. The alternative of a sealed interface is
/// told by a first field `is` with the record's name: `{"is":"notNeeded", …}`. Absent and null are
/// the same, and legal only for an optional, or a component marked nullable; to learn of a mark
/// costs the first time sixty classes, so what is often absent is better optional. Unknown fields
/// are ignored. Maps are written, and not read. A field's name may begin with a capital, as AWS
/// writes those of its events.
public final class Json {
    private static final String ALTERNATIVE = "is";

    /// To the millisecond, as JSONata's `$now()` writes it, so that DynamoDB compares the two as
    /// text.
    private static final DateTimeFormatter MOMENT =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    private Json() {}

    public static <T> T read(byte[] json, Class<T> type) {
        return type.cast(present(parsed(json, type), type, type.getSimpleName()));
    }

    private static JsonNode parsed(byte[] json, Class<?> type) {
        try {
            return JsonNode.parser().parse(json);
        } catch (UncheckedIOException notJson) {
            throw unexpected(type.getSimpleName(), text(json), "JSON");
        }
    }

    public static byte[] write(Object value) {
        try (JsonWriter writer = JsonWriter.create()) {
            write(value, writer);
            return writer.getBytes();
        }
    }

    public static String text(byte[] json) {
        return new String(json, StandardCharsets.UTF_8);
    }

    private static @Nullable Object value(@Nullable JsonNode node, Type type, String path) {
        if (type instanceof ParameterizedType optional && optional.getRawType() == Optional.class) {
            return Optional.ofNullable(value(node, optional.getActualTypeArguments()[0], path));
        }
        if (node == null || node.isNull()) {
            return null;
        }
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            expect(node.isArray(), path, node, "a list");
            List<Object> elements = new ArrayList<>();
            for (JsonNode element : node.asArray()) {
                Type elementType = list.getActualTypeArguments()[0];
                elements.add(present(element, elementType, path + "[" + elements.size() + "]"));
            }
            return List.copyOf(elements);
        }
        return scalarOrRecord(node, (Class<?>) type, path);
    }

    private static Object scalarOrRecord(JsonNode node, Class<?> type, String path) {
        if (type.isRecord()) {
            return record(node, type, path);
        }
        if (type.isSealed()) {
            return record(node, alternative(node, type, path), path);
        }
        if (type == boolean.class || type == Boolean.class) {
            expect(node.isBoolean(), path, node, "true or false");
            return node.asBoolean();
        }
        if (type == int.class || type == Integer.class) {
            return wholeNumber(node, path);
        }
        if (type == double.class || type == Double.class) {
            return number(node, path);
        }
        expect(node.isString(), path, node, "a string");
        if (type == Instant.class) {
            return instant(node, path);
        }
        if (type.isEnum()) {
            return constant(node.asString(), type, path);
        }
        return type.cast(node.asString());
    }

    private static double number(JsonNode node, String path) {
        expect(node.isNumber(), path, node, "a number");
        return Double.parseDouble(node.asNumber());
    }

    private static int wholeNumber(JsonNode node, String path) {
        double number = number(node, path);
        int whole = (int) number;
        expect(whole == number, path, node, "a whole number");
        return whole;
    }

    private static Instant instant(JsonNode node, String path) {
        try {
            return Instant.parse(node.asString());
        } catch (DateTimeParseException anotherForm) {
            throw unexpected(path, node.asString(), "a time such as 2026-11-22T04:05:06Z");
        }
    }

    private static Object constant(String name, Class<?> type, String path) {
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.toString().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(
                        () -> unexpected(path, name, "one of " + names(type.getEnumConstants())));
    }

    private static Class<?> alternative(JsonNode node, Class<?> type, String path) {
        expect(node.isObject(), path, node, "an object");
        String name = node.field(ALTERNATIVE).map(JsonNode::text).orElse("nothing");
        Class<?>[] alternatives = type.getPermittedSubclasses();
        return Arrays.stream(alternatives)
                .filter(each -> alternativeName(each).equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                unexpected(
                                        path + "." + ALTERNATIVE,
                                        name,
                                        "one of "
                                                + Arrays.stream(alternatives)
                                                        .map(Json::alternativeName)
                                                        .toList()));
    }

    private static Object record(JsonNode node, Class<?> type, String path) {
        expect(node.isObject(), path, node, "an object");
        Map<String, JsonNode> fields = node.asObject();
        RecordComponent[] components = type.getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            String inner = path + "." + component.getName();
            JsonNode field = field(fields, component.getName());
            values[i] = value(field, component.getGenericType(), inner);
            if (values[i] == null && !isNullable(component)) {
                throw unexpected(inner, "nothing", "a value");
            }
        }
        return construct(type, components, values);
    }

    private static @Nullable JsonNode field(Map<String, JsonNode> fields, String name) {
        JsonNode field = fields.get(name);
        return field != null
                ? field
                : fields.get(Character.toUpperCase(name.charAt(0)) + name.substring(1));
    }

    /// Not asked without need: to read an annotation, Java writes a class for it.
    private static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Object construct(
            Class<?> type, RecordComponent[] components, @Nullable Object[] values) {
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (InvocationTargetException refusal) {
            throw new IllegalArgumentException(
                    String.valueOf(refusal.getTargetException().getMessage()), refusal);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Object present(@Nullable JsonNode node, Type type, String path) {
        Object value = value(node, type, path);
        if (value == null) {
            throw unexpected(path, "nothing", "a value");
        }
        return value;
    }

    private static void write(@Nullable Object value, JsonWriter writer) {
        switch (value) {
            case null -> writer.writeNull();
            case Boolean flag -> writer.writeValue(flag);
            case Integer number -> writer.writeValue(number);
            case Double number -> writer.writeValue(number);
            case Instant instant -> writer.writeValue(MOMENT.format(instant));
            case Enum<?> constant -> writer.writeValue(name(constant));
            case Optional<?> optional -> write(optional.orElse(null), writer);
            case List<?> list -> {
                writer.writeStartArray();
                list.forEach(each -> write(each, writer));
                writer.writeEndArray();
            }
            case Map<?, ?> map -> {
                writer.writeStartObject();
                map.forEach(
                        (name, each) -> {
                            writer.writeFieldName((String) name);
                            write(each, writer);
                        });
                writer.writeEndObject();
            }
            case Record record -> writeRecord(record, writer);
            default -> writer.writeValue((String) value);
        }
    }

    private static void writeRecord(Record record, JsonWriter writer) {
        writer.writeStartObject();
        if (Arrays.stream(record.getClass().getInterfaces()).anyMatch(Class::isSealed)) {
            writer.writeFieldName(ALTERNATIVE);
            writer.writeValue(alternativeName(record.getClass()));
        }
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            writer.writeFieldName(component.getName());
            write(read(component, record), writer);
        }
        writer.writeEndObject();
    }

    private static @Nullable Object read(RecordComponent component, Record record) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String alternativeName(Class<?> type) {
        String name = type.getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /// How a constant of an enum is written.
    public static String name(Object constant) {
        return constant.toString().toLowerCase(Locale.ROOT);
    }

    private static String names(Object[] constants) {
        return Arrays.stream(constants).map(Json::name).collect(Collectors.joining(", "));
    }

    private static void expect(boolean right, String path, JsonNode found, String expected) {
        if (!right) {
            throw unexpected(path, found.toString(), expected);
        }
    }

    private static IllegalArgumentException unexpected(String path, String found, String expected) {
        return new IllegalArgumentException(
                "The input is not what this step expects: %s is %s; expected %s."
                        .formatted(path, found, expected));
    }
}
