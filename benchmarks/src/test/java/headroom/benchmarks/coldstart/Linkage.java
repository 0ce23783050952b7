package headroom.benchmarks.coldstart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.reflect.AccessFlag;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.zip.ZipFile;

/// The classes of a jar and of the JDK beneath it, in which names are looked up by the rules of the
/// JVM (its specification, 5.4.3 and 5.4.6). It shares nothing with the program that shrinks jars.
final class Linkage {
    private static final String CLASS = ".class";
    private static final Map<String, Optional<Declared>> JDK = new HashMap<>();

    private final SortedMap<String, Declared> classes = new TreeMap<>();

    /// A class with its members by name and descriptor.
    private record Declared(
            ClassModel model, Map<String, MethodModel> methods, Set<String> fields) {
        static Declared parse(byte[] bytes) {
            ClassModel model = ClassFile.of().parse(bytes);
            Map<String, MethodModel> methods = new HashMap<>();
            model.methods().forEach(each -> methods.put(signature(each), each));
            Set<String> fields = new LinkedHashSet<>();
            model.fields()
                    .forEach(
                            each ->
                                    fields.add(
                                            each.fieldName().stringValue()
                                                    + each.fieldType().stringValue()));
            return new Declared(model, methods, fields);
        }
    }

    Linkage(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            zip.stream()
                    .filter(each -> each.getName().endsWith(CLASS))
                    .forEach(
                            each -> {
                                String name = each.getName().replace(CLASS, "");
                                try (InputStream in = zip.getInputStream(each)) {
                                    classes.put(name, Declared.parse(in.readAllBytes()));
                                } catch (IOException unreadable) {
                                    throw new UncheckedIOException(unreadable);
                                }
                            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static String signature(MethodModel method) {
        return method.methodName().stringValue() + method.methodType().stringValue();
    }

    /// The classes of the jar.
    List<ClassModel> classes() {
        return classes.values().stream().map(Declared::model).toList();
    }

    boolean has(String name) {
        return classes.containsKey(name);
    }

    boolean declares(String name, String signature) {
        return declared(name).filter(each -> each.methods().containsKey(signature)).isPresent();
    }

    /// The class in which the JVM finds what is referred to.
    Optional<String> resolve(Reference reference) {
        return switch (reference.kind()) {
            case CLASS -> declared(reference.owner()).map(_ -> reference.owner());
            case NAMED ->
                    Optional.of(reference.owner()).filter(each -> has(each.replace('.', '/')));
            case FIELD -> first(reference, each -> each.fields().contains(reference.member()));
            case METHOD, SELECTED ->
                    first(reference, each -> each.methods().containsKey(reference.member()));
        };
    }

    private Optional<String> first(Reference reference, Predicate<Declared> declaring) {
        return supertypes(reference.owner()).stream()
                .filter(each -> declared(each).filter(declaring).isPresent())
                .findFirst();
    }

    /// The class whose method an object of a class runs, if there is exactly one.
    Optional<String> select(String type, String signature) {
        Optional<String> inherited =
                superclasses(type).stream()
                        .filter(each -> !isInterface(each) && isVirtual(each, signature))
                        .findFirst();
        if (inherited.isPresent()) {
            return inherited;
        }
        List<String> offering =
                supertypes(type).stream()
                        .filter(each -> isInterface(each) && isVirtual(each, signature))
                        .toList();
        List<String> mostSpecific =
                offering.stream()
                        .filter(
                                each ->
                                        offering.stream()
                                                .noneMatch(
                                                        other ->
                                                                !other.equals(each)
                                                                        && supertypes(other)
                                                                                .contains(each)))
                        .filter(each -> !has(each, signature, AccessFlag.ABSTRACT))
                        .toList();
        return mostSpecific.size() == 1 ? Optional.of(mostSpecific.getFirst()) : Optional.empty();
    }

    /// What objects of a class can be asked for, by what it and its supertypes declare.
    Set<String> virtualMethods(String type) {
        Set<String> found = new LinkedHashSet<>();
        declared(type)
                .ifPresent(
                        each ->
                                each.methods().keySet().stream()
                                        .filter(signature -> isVirtual(type, signature))
                                        .forEach(found::add));
        return found;
    }

    private boolean isVirtual(String type, String signature) {
        return !signature.startsWith("<")
                && !has(type, signature, AccessFlag.STATIC)
                && !has(type, signature, AccessFlag.PRIVATE)
                && declares(type, signature);
    }

    private boolean has(String type, String signature, AccessFlag flag) {
        return declared(type)
                .map(each -> each.methods().get(signature))
                .filter(each -> each.flags().has(flag))
                .isPresent();
    }

    private boolean isInterface(String type) {
        return declared(type).orElseThrow().model().flags().has(AccessFlag.INTERFACE);
    }

    /// The class, its superclasses, then all their interfaces; without those that are missing.
    Set<String> supertypes(String type) {
        Set<String> found = new LinkedHashSet<>(superclasses(type));
        List<String> open = new ArrayList<>(found);
        while (!open.isEmpty()) {
            declared(open.removeFirst()).stream()
                    .flatMap(each -> each.model().interfaces().stream())
                    .map(ClassEntry::asInternalName)
                    .filter(each -> declared(each).isPresent() && found.add(each))
                    .forEach(open::add);
        }
        return found;
    }

    private List<String> superclasses(String type) {
        List<String> found = new ArrayList<>();
        Optional<Declared> next = declared(type);
        while (next.isPresent()) {
            ClassModel model = next.get().model();
            found.add(model.thisClass().asInternalName());
            next = model.superclass().flatMap(each -> declared(each.asInternalName()));
        }
        return found;
    }

    private Optional<Declared> declared(String name) {
        Declared own = classes.get(name);
        if (own != null) {
            return Optional.of(own);
        }
        if (!JDK.containsKey(name)) {
            JDK.put(name, ofTheJdk(name));
        }
        return JDK.getOrDefault(name, Optional.empty());
    }

    private static Optional<Declared> ofTheJdk(String name) {
        try (InputStream in =
                ClassLoader.getPlatformClassLoader().getResourceAsStream(name + CLASS)) {
            return in == null ? Optional.empty() : Optional.of(Declared.parse(in.readAllBytes()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
