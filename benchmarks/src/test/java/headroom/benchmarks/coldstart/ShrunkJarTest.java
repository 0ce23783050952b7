package headroom.benchmarks.coldstart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.io.IOException;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.reflect.AccessFlag;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What was left out of the deployed jar is missed by nothing that remains in it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ShrunkJarTest {
    /// The SDK's table of services, which is emptied on purpose: SigningRegionTest says why it may.
    private static final String EMPTIED =
            "software/amazon/awssdk/regions/GeneratedServiceMetadataProvider";

    private final Linkage before = new Linkage(Functions.UNSHRUNK);
    private final Set<Reference> references = new HashSet<>();
    private Unpacked task;
    private Path jar;
    private Linkage after;

    @BeforeAll
    void read() {
        task = Unpacked.of(Functions.JAR);
        jar = task.folder().resolve("lib").resolve(Functions.JAR.getFileName());
        after = new Linkage(jar);
        after.classes().stream()
                .flatMap(each -> each.methods().stream())
                .map(Reference::of)
                .forEach(references::addAll);
    }

    @AfterAll
    void remove() {
        task.close();
    }

    @Test
    void findsEachClassFieldAndMethodWhereItWas() {
        Set<String> inhabited = new HashSet<>();
        after.classes().stream()
                .filter(ShrunkJarTest::hasObjects)
                .map(each -> after.supertypes(each.thisClass().asInternalName()))
                .forEach(inhabited::addAll);
        Map<Reference, String> moved = new HashMap<>();
        for (Reference each : references) {
            // Where no object can come to, behind a cast that never succeeds, nothing is called.
            if (each.kind() == Reference.Kind.SELECTED && !inhabited.contains(each.owner())) {
                continue;
            }
            Optional<String> was = before.resolve(each);
            Optional<String> is = after.resolve(each);
            if (!is.equals(was)) {
                moved.put(each, was + " is now " + is);
            }
        }
        assertEquals(Map.of(), moved);
    }

    @Test
    void keepsTheSupertypesOfEachClass() {
        for (ClassModel each : after.classes()) {
            String name = each.thisClass().asInternalName();
            assertEquals(before.supertypes(name), after.supertypes(name));
        }
    }

    /// An object runs the method that it ran before, whether the jar or the JDK calls it. An
    /// interface stands for the lambdas that implement it.
    @Test
    void runsTheSameMethodOfEachObject() {
        Map<String, Set<String>> callers = new HashMap<>();
        references.stream()
                .filter(each -> each.kind() == Reference.Kind.SELECTED)
                .forEach(
                        each ->
                                callers.computeIfAbsent(each.member(), _ -> new HashSet<>())
                                        .add(each.owner()));
        Map<String, String> changed = new TreeMap<>();
        for (ClassModel type : after.classes()) {
            if (hasObjects(type)) {
                String name = type.thisClass().asInternalName();
                for (String signature : called(name, callers)) {
                    Optional<String> was = before.select(name, signature);
                    Optional<String> is = after.select(name, signature);
                    if (!is.equals(was)) {
                        changed.put(name + "." + signature, was + " is now " + is);
                    }
                }
            }
        }
        assertEquals(Map.of(), changed);
    }

    private static boolean hasObjects(ClassModel type) {
        return type.flags().has(AccessFlag.INTERFACE)
                || type.methods().stream()
                        .anyMatch(each -> each.methodName().equalsString("<init>"));
    }

    /// What may be called on the objects of a class: what is called on one of its supertypes, and
    /// all that the JDK's among them have.
    private Set<String> called(String name, Map<String, Set<String>> callers) {
        Set<String> supertypes = before.supertypes(name);
        return supertypes.stream()
                .flatMap(
                        each ->
                                before.has(each)
                                        ? before.virtualMethods(each).stream()
                                                .filter(
                                                        method ->
                                                                isCalled(
                                                                        method,
                                                                        supertypes,
                                                                        callers))
                                        : before.virtualMethods(each).stream())
                .collect(Collectors.toSet());
    }

    private static boolean isCalled(
            String method, Set<String> supertypes, Map<String, Set<String>> callers) {
        return callers.getOrDefault(method, Set.of()).stream().anyMatch(supertypes::contains);
    }

    /// Nobody calls an initialiser by its name, nor the constants of an enum.
    @Test
    void initialisesWhatItUses() {
        Set<String> used = new HashSet<>();
        for (Reference each : references) {
            if (each.kind() == Reference.Kind.FIELD || each.kind() == Reference.Kind.METHOD) {
                after.resolve(each).map(after::supertypes).ifPresent(used::addAll);
            }
        }
        Set<String> lost = new TreeSet<>();
        for (ClassModel type : before.classes()) {
            String name = type.thisClass().asInternalName();
            if (used.contains(name)) {
                type.methods().stream()
                        .filter(each -> isCalledByTheJvm(type, each))
                        .map(Linkage::signature)
                        .filter(each -> !after.declares(name, each))
                        .forEach(each -> lost.add(name + "." + each));
            }
        }
        assertEquals(Set.of(EMPTIED + ".<clinit>()V"), lost);
    }

    private static boolean isCalledByTheJvm(ClassModel type, MethodModel method) {
        String name = method.methodName().stringValue();
        return name.equals("<clinit>")
                || (type.flags().has(AccessFlag.ENUM) && name.equals("values"));
    }

    @Test
    void isVerifiedByTheJvm() throws IOException {
        Set<String> refused = refused(jar);
        refused.removeAll(refused(Functions.UNSHRUNK));
        assertEquals(Set.of(), refused);
    }

    /// The classes that cannot be linked. The JVM verifies a class before it lists its methods.
    private Set<String> refused(Path from) throws IOException {
        Set<String> refused = new TreeSet<>();
        try (var loader =
                new URLClassLoader(
                        new URL[] {from.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
            for (ClassModel each : after.classes()) {
                String name = each.thisClass().asInternalName().replace('/', '.');
                try {
                    var _ = loader.loadClass(name).getDeclaredMethods();
                } catch (LinkageError | ClassNotFoundException problem) {
                    refused.add(name);
                }
            }
        }
        return refused;
    }
}
