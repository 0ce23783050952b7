import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodModel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes the jar that Lambda gets: without the classes and methods that nothing in it can reach
/// from the handlers. A method that remains is as it was, but for one table of the SDK: nothing is
/// renamed, inlined or moved.
///
/// Why not ProGuard: it keeps every request, response and value of a service, since each overrides
/// a method that is called, so its jar is twice as large; and it wants the JDK as `jmods`, which
/// many a JDK no longer has.
final class Shrink {
    private static final String CLASS = ".class";
    private static final String SERVICES = "META-INF/services/";

    /// The SDK's table of the services that do not sign for their own region, and of all others: a
    /// class for each of three hundred, which every client loads to look up one. For a service that
    /// it does not find there, the SDK takes the client's region, as it does for each of ours; a
    /// test holds that to the table.
    private static final String TABLE_OF_SERVICES =
            "software/amazon/awssdk/regions/GeneratedServiceMetadataProvider";

    private static final String LOOK_UP = "serviceMetadata";

    private Shrink() {}

    /// @param arguments the jar, the jar to write, the time that its entries bear (ISO-8601, UTC),
    ///   and the packages that are kept whole
    public static void main(String[] arguments) throws IOException {
        SortedMap<String, byte[]> entries = read(Path.of(arguments[0]));
        entries.computeIfPresent(TABLE_OF_SERVICES + CLASS, (_, bytes) -> emptied(bytes));
        List<String> packages = List.of(arguments).subList(3, arguments.length);
        LocalDateTime time = LocalDateTime.ofInstant(Instant.parse(arguments[2]), ZoneOffset.UTC);
        write(shrunk(entries, packages), Path.of(arguments[1]), time);
    }

    /// The class without its table, and a look-up that finds nothing.
    private static byte[] emptied(byte[] bytes) {
        ClassFile file = ClassFile.of();
        return file.transformClass(
                file.parse(bytes),
                (builder, element) -> {
                    if (!(element instanceof MethodModel method)) {
                        builder.with(element);
                    } else if (method.methodName().equalsString(LOOK_UP)) {
                        builder.withMethodBody(
                                method.methodName(),
                                method.methodType(),
                                method.flags().flagsMask(),
                                code -> code.aconst_null().areturn());
                    } else if (!method.methodName().equalsString("<clinit>")) {
                        builder.with(method);
                    }
                });
    }

    private static SortedMap<String, byte[]> shrunk(
            SortedMap<String, byte[]> entries, List<String> packages) {
        Map<String, ClassModel> classes = new HashMap<>();
        entries.forEach(
                (name, bytes) -> {
                    if (name.endsWith(CLASS)) {
                        classes.put(className(name), ClassFile.of().parse(bytes));
                    }
                });
        Reachable reachable = new Reachable(classes, roots(entries, packages));
        SortedMap<String, byte[]> shrunk = new TreeMap<>();
        entries.forEach(
                (name, bytes) -> {
                    if (!name.endsWith(CLASS)) {
                        shrunk.put(name, bytes);
                    } else if (reachable.has(className(name))) {
                        shrunk.put(name, shrunk(bytes, classes.get(className(name)), reachable));
                    }
                });
        return shrunk;
    }

    /// The classes of the packages, and what `META-INF/services` names.
    private static Set<String> roots(SortedMap<String, byte[]> entries, List<String> packages) {
        Set<String> roots = new HashSet<>();
        entries.forEach(
                (name, bytes) -> {
                    if (name.startsWith(SERVICES)) {
                        new String(bytes, StandardCharsets.UTF_8)
                                .lines()
                                .map(line -> line.strip().replace('.', '/'))
                                .forEach(roots::add);
                    } else if (name.endsWith(CLASS)
                            && packages.stream()
                                    .map(each -> each.replace('.', '/') + "/")
                                    .anyMatch(name::startsWith)) {
                        roots.add(className(name));
                    }
                });
        return roots;
    }

    private static byte[] shrunk(byte[] bytes, ClassModel model, Reachable reachable) {
        return model.methods().stream().allMatch(reachable::has)
                ? bytes
                : ClassFile.of()
                        .transformClass(
                                model,
                                ClassTransform.dropping(
                                        each ->
                                                each instanceof MethodModel method
                                                        && !reachable.has(method)));
    }

    private static String className(String entry) {
        return entry.substring(0, entry.length() - CLASS.length());
    }

    private static SortedMap<String, byte[]> read(Path jar) throws IOException {
        SortedMap<String, byte[]> entries = new TreeMap<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            file.stream()
                    .filter(each -> !each.isDirectory())
                    .forEach(
                            each -> {
                                try {
                                    entries.put(
                                            each.getName(),
                                            file.getInputStream(each).readAllBytes());
                                } catch (IOException unreadable) {
                                    throw new UncheckedIOException(unreadable);
                                }
                            });
        }
        return entries;
    }

    /// A jar that is not compressed, inside one that is: thousands of small classes that resemble
    /// each other come out a third smaller than one by one, and Lambda unpacks the outer jar
    /// anyway.
    private static void write(SortedMap<String, byte[]> entries, Path jar, LocalDateTime time)
            throws IOException {
        var inner = new ByteArrayOutputStream();
        write(entries, inner, Deflater.NO_COMPRESSION, time);
        try (OutputStream out = Files.newOutputStream(jar)) {
            write(
                    Map.of("lib/" + jar.getFileName(), inner.toByteArray()),
                    out,
                    Deflater.BEST_COMPRESSION,
                    time);
        }
    }

    private static void write(
            Map<String, byte[]> entries, OutputStream out, int level, LocalDateTime time)
            throws IOException {
        try (var zip = new ZipOutputStream(out)) {
            zip.setLevel(level);
            for (Map.Entry<String, byte[]> each : entries.entrySet()) {
                ZipEntry entry = new ZipEntry(each.getKey());
                entry.setTimeLocal(time);
                zip.putNextEntry(entry);
                zip.write(each.getValue());
            }
        }
    }
}
