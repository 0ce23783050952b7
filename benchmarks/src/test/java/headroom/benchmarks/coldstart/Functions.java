package headroom.benchmarks.coldstart;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import headroom.redshift.Policy;
import headroom.redshift.Settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/// The functions as they are deployed, found in their jar.
final class Functions {
    static final Path JAR = Path.of("..", "functions", "target", "headroom-redshift.jar");
    static final Path RUNTIME = Path.of("target", "runtime").toAbsolutePath();

    private Functions() {}

    static List<Class<?>> handlers() {
        try (var jar = new JarFile(JAR.toFile())) {
            return jar.stream()
                    .map(JarEntry::getName)
                    .filter(each -> each.startsWith("headroom") && each.endsWith(".class"))
                    .map(each -> each.replace(".class", "").replace('/', '.'))
                    .<Class<?>>map(Functions::load)
                    .filter(
                            each ->
                                    RequestStreamHandler.class.isAssignableFrom(each)
                                            || RequestHandler.class.isAssignableFrom(each))
                    .filter(each -> !Modifier.isAbstract(each.getModifiers()))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, Functions.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static Map<String, String> environment() {
        Map<String, String> environment =
                new HashMap<>(
                        new Settings(
                                        "sales",
                                        List.of("arn:aws:dms:eu-west-1:1:endpoint:A"),
                                        Policy.upTo(16),
                                        7,
                                        24)
                                .environment());
        environment.put("STATE_MACHINE_ARN", "arn:aws:states:eu-west-1:1:stateMachine:m");
        environment.put("LEASE_TABLE", "table");
        environment.put("LEASE_KEY", "key");
        environment.put("OPERATORS_TOPIC_ARN", "arn:aws:sns:eu-west-1:1:operators");
        return environment;
    }
}
