package headroom.constructs.workflow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static java.util.Objects.requireNonNull;

import headroom.configuration.Schema;
import headroom.constructs.elasticache.ElastiCacheHeadroom;
import headroom.constructs.redshift.RedshiftHeadroom;
import headroom.settings.Setting;
import headroom.settings.Type;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import software.amazon.awscdk.Stack;
import software.constructs.Construct;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Facts: the builders have the settings of the catalogue, each by its name and type, and nothing
/// else but what only a program can give. The document lists the same.
final class PropertiesTest {
    private static final Set<String> OF_PROGRAMS =
            Set.of("operatorsTopic", "permissionsBoundary", "encryptionKey", "logRetention");

    private static final Path DOCUMENT = Path.of("..", "docs", "construct-library.md");
    private static final Construct STACK = new Stack();

    enum Kind {
        REDSHIFT,
        ELASTICACHE;

        Schema schema() {
            return switch (this) {
                case REDSHIFT -> Schema.CLUSTERS.ofProgram();
                case ELASTICACHE -> Schema.CACHES.ofProgram();
            };
        }

        Properties<?> builder() {
            return switch (this) {
                case REDSHIFT -> RedshiftHeadroom.Builder.create(STACK, "Headroom");
                case ELASTICACHE -> ElastiCacheHeadroom.Builder.create(STACK, "Headroom");
            };
        }

        /// By their names.
        Map<String, Method> properties() {
            return Arrays.stream(builder().getClass().getMethods())
                    .filter(each -> !Modifier.isStatic(each.getModifiers()) && !each.isBridge())
                    .filter(each -> Properties.class.isAssignableFrom(each.getReturnType()))
                    .collect(
                            Collectors.toMap(
                                    Method::getName, each -> each, (one, _) -> one, TreeMap::new));
        }

        Set<String> keys() {
            return schema().settings().stream()
                    .map(Setting::key)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    record Property(Kind kind, Setting<?> setting) {
        @Override
        public String toString() {
            return kind + " " + setting.key();
        }
    }

    static Stream<Property> properties() {
        return Stream.of(Kind.values())
                .flatMap(
                        kind ->
                                kind.schema().settings().stream()
                                        .map(each -> new Property(kind, each)));
    }

    @ParameterizedTest
    @EnumSource
    void aBuilderHasEachSettingAndNoOther(Kind kind) {
        Set<String> expected = kind.keys();
        expected.addAll(OF_PROGRAMS);
        assertEquals(expected, kind.properties().keySet());
    }

    @ParameterizedTest
    @MethodSource("properties")
    void aPropertyIsOfItsSettingsTypeAndWritesIt(Property each) throws Exception {
        Setting<?> setting = each.setting();
        Method method = requireNonNull(each.kind().properties().get(setting.key()));
        assertEquals(List.of(type(setting)), List.of(method.getParameterTypes()));
        Properties<?> builder = each.kind().builder();
        assertEquals(builder, method.invoke(builder, argument(setting)));
        assertEquals(Map.of(setting.key(), written(setting)), builder.written().settings());
    }

    private static Class<?> type(Setting<?> setting) {
        return switch (setting.type()) {
            case Type.Text _, Type.Hours _ -> String.class;
            case Type.Texts _ -> List.class;
            case Type.WholeNumber _, Type.MonthDay _ -> int.class;
            case Type.Decimal _ -> double.class;
            case Type.Choice<?> choice -> choice.choices().getFirst().getDeclaringClass();
        };
    }

    private static Object argument(Setting<?> setting) {
        String example = setting.example();
        return switch (setting.type()) {
            case Type.Text _, Type.Hours _ -> example;
            case Type.Texts texts -> texts.parse(example).orElseThrow();
            case Type.WholeNumber number -> number.parse(example).orElseThrow();
            case Type.MonthDay _ -> 15;
            case Type.Decimal number -> number.parse(example).orElseThrow();
            case Type.Choice<?> choice -> choice.parse(example).orElseThrow();
        };
    }

    /// As it stands in `cdk.json`.
    private static Object written(Setting<?> setting) {
        return switch (setting.type()) {
            case Type.Choice<?> _ -> setting.example();
            case Type.MonthDay _ -> String.valueOf(argument(setting));
            default -> argument(setting);
        };
    }

    @Test
    void theDocumentListsEachPropertyOnce() throws IOException {
        Matcher rows =
                Pattern.compile("(?m)^\\| `(\\w+)` \\| ([^|]+) \\|")
                        .matcher(Files.readString(DOCUMENT));
        Map<String, String> found = new TreeMap<>();
        while (rows.find()) {
            assertEquals(null, found.put(rows.group(1), rows.group(2).strip()), rows.group(1));
        }
        Map<String, String> expected = new TreeMap<>();
        OF_PROGRAMS.forEach(each -> expected.put(each, found.getOrDefault(each, "missing")));
        Stream.of(Kind.values())
                .flatMap(each -> each.keys().stream())
                .forEach(each -> expected.put(each, argumentInJava(each)));
        assertEquals(expected, found);
    }

    /// Those of one name have one type, but for the modes, which are two enumerations of one name.
    private static String argumentInJava(String key) {
        return properties()
                .filter(each -> each.setting().key().equals(key))
                .map(each -> type(each.setting()).getSimpleName())
                .distinct()
                .map(each -> "`" + each.replace("List", "List<String>") + "`")
                .collect(Collectors.joining(" or "));
    }
}
