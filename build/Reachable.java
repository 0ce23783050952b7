import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.attribute.ExceptionsAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ExceptionCatch;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.NewMultiArrayInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.NewReferenceArrayInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.DynamicConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodType;
import java.lang.reflect.AccessFlag;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What can be reached in a jar. A method is kept if its class can be initialised, and a kept
/// method calls any method of its name and descriptor, or it is one of the JDK's that its class
/// implements. So a virtual call keeps more than it could ever meet, and never less. A class that
/// is only named, in a cast or a descriptor, is kept without methods. A class whose name a kept
/// method holds as a string is kept whole.
final class Reachable {
    private static final int MOST_ROUNDS = 1_000;

    private final Map<String, ClassModel> classes;
    private final Set<String> whole = new HashSet<>();
    private final Set<String> reached = new HashSet<>();
    private final Set<String> initialised = new HashSet<>();
    private final Set<String> called = new HashSet<>();
    private final Set<MethodModel> kept = new HashSet<>();
    private final Map<String, Set<String>> implemented = new HashMap<>();
    private final Map<String, Set<String>> ofHeirs = new HashMap<>();

    /// @param classes by their internal names
    /// @param roots the internal names of classes that are kept whole; others are ignored
    Reachable(Map<String, ClassModel> classes, Collection<String> roots) {
        this.classes = classes;
        roots.forEach(this::reachWhole);
        int before = -1;
        for (int round = 0; before != kept.size(); round++) {
            if (round == MOST_ROUNDS) {
                throw new IllegalStateException(
                        "What is reached still grows after " + round + " rounds; expected an end.");
            }
            before = kept.size();
            List.copyOf(initialised).forEach(this::keepMethods);
        }
    }

    boolean has(String name) {
        return reached.contains(name);
    }

    boolean has(MethodModel method) {
        return kept.contains(method);
    }

    private void keepMethods(String name) {
        for (MethodModel method : classes.get(name).methods()) {
            if (!kept.contains(method) && isNeeded(name, method)) {
                kept.add(method);
                follow(method);
            }
        }
    }

    private boolean isNeeded(String owner, MethodModel method) {
        String signature = method.methodName().stringValue() + method.methodType().stringValue();
        return whole.contains(owner)
                || signature.equals("<clinit>()V")
                || called.contains(signature)
                || isOfAnEnum(classes.get(owner), method)
                || called.contains(owner + signature)
                || ofTheJdk(owner).contains(signature)
                || ofHeirs.getOrDefault(owner, Set.of()).contains(signature);
    }

    /// The JDK asks an enum for its constants by reflection.
    private static boolean isOfAnEnum(ClassModel owner, MethodModel method) {
        return owner.flags().has(AccessFlag.ENUM)
                && Set.of("values", "valueOf").contains(method.methodName().stringValue());
    }

    private void follow(MethodModel method) {
        reach(method.methodTypeSymbol());
        method.findAttribute(Attributes.exceptions())
                .map(ExceptionsAttribute::exceptions)
                .ifPresent(thrown -> thrown.forEach(this::reach));
        method.code().ifPresent(code -> code.forEach(this::follow));
    }

    private void follow(CodeElement element) {
        switch (element) {
            case InvokeInstruction call -> {
                call(call.owner().asSymbol(), call.name().stringValue(), call.typeSymbol());
                if (call.opcode() == Opcode.INVOKESTATIC) {
                    initialise(call.owner().asSymbol());
                }
            }
            case InvokeDynamicInstruction dynamic -> {
                reach(dynamic.typeSymbol());
                follow(dynamic.bootstrapMethod());
                dynamic.bootstrapArgs().forEach(this::follow);
            }
            case FieldInstruction field -> {
                initialise(field.owner().asSymbol());
                reach(field.typeSymbol());
            }
            case ConstantInstruction.LoadConstantInstruction constant ->
                    follow(constant.constantValue());
            case NewObjectInstruction object -> initialise(object.className().asSymbol());
            case NewReferenceArrayInstruction array -> reach(array.componentType());
            case NewMultiArrayInstruction array -> reach(array.arrayType());
            case TypeCheckInstruction check -> reach(check.type());
            case ExceptionCatch handler -> handler.catchType().ifPresent(this::reach);
            default -> {}
        }
    }

    private void follow(ConstantDesc constant) {
        switch (constant) {
            case String text -> reachWhole(text.replace('.', '/'));
            case ClassDesc type -> initialise(type);
            case MethodTypeDesc type -> reach(type);
            case DirectMethodHandleDesc handle -> {
                initialise(handle.owner());
                if (handle.lookupDescriptor().startsWith("(")) {
                    call(
                            handle.owner(),
                            handle.methodName(),
                            MethodTypeDesc.ofDescriptor(handle.lookupDescriptor()));
                }
            }
            case DynamicConstantDesc<?> dynamic -> {
                follow(dynamic.bootstrapMethod());
                dynamic.bootstrapArgsList().forEach(this::follow);
            }
            default -> {}
        }
    }

    private void call(ClassDesc owner, String name, MethodTypeDesc type) {
        reach(owner);
        reach(type);
        String signature = name + type.descriptorString();
        called.add(name.equals("<init>") ? internalName(owner) + signature : signature);
    }

    private void reach(MethodTypeDesc type) {
        reach(type.returnType());
        type.parameterList().forEach(this::reach);
    }

    private void reach(ClassEntry type) {
        reach(type.asSymbol());
    }

    private void reach(ClassDesc type) {
        if (type.isArray()) {
            reach(type.componentType());
        } else if (!type.isPrimitive()) {
            reach(internalName(type));
        }
    }

    private void reach(String name) {
        ClassModel model = classes.get(name);
        if (model != null && reached.add(name)) {
            model.superclass().ifPresent(this::reach);
            model.interfaces().forEach(this::reach);
            if (model.flags().has(AccessFlag.INTERFACE)) {
                initialise(name);
            }
        }
    }

    private void initialise(ClassDesc type) {
        reach(type);
        if (type.isClassOrInterface()) {
            initialise(internalName(type));
        }
    }

    private void initialise(String name) {
        ClassModel model = classes.get(name);
        if (model != null && initialised.add(name)) {
            reach(name);
            model.superclass().map(ClassEntry::asInternalName).ifPresent(this::initialise);
            bequeath(ofTheJdk(name), model);
        }
    }

    /// A class may implement an interface of the JDK by a method that it inherits.
    private void bequeath(Set<String> signatures, ClassModel heir) {
        for (ClassModel each = parent(heir); each != null; each = parent(each)) {
            ofHeirs.computeIfAbsent(each.thisClass().asInternalName(), _ -> new HashSet<>())
                    .addAll(signatures);
        }
    }

    /// Its superclass, unless that is the JDK's.
    private ClassModel parent(ClassModel model) {
        return model.superclass().map(ClassEntry::asInternalName).map(classes::get).orElse(null);
    }

    private void reachWhole(String name) {
        if (classes.containsKey(name)) {
            whole.add(name);
            initialise(name);
        }
    }

    private static String internalName(ClassDesc type) {
        String descriptor = type.descriptorString();
        return descriptor.substring(1, descriptor.length() - 1);
    }

    /// The methods that a class implements or overrides for the JDK, which calls them itself.
    private Set<String> ofTheJdk(String name) {
        Set<String> known = implemented.get(name);
        if (known == null) {
            known = new HashSet<>();
            ClassModel model = classes.get(name);
            if (model == null) {
                addMethods(name, known);
            } else {
                model.superclass()
                        .map(ClassEntry::asInternalName)
                        .map(this::ofTheJdk)
                        .ifPresent(known::addAll);
                for (ClassEntry each : model.interfaces()) {
                    known.addAll(ofTheJdk(each.asInternalName()));
                }
            }
            implemented.put(name, known);
        }
        return known;
    }

    private static void addMethods(String name, Set<String> signatures) {
        try {
            Class<?> type =
                    Class.forName(
                            name.replace('/', '.'), false, ClassLoader.getPlatformClassLoader());
            for (Class<?> each = type; each != null; each = each.getSuperclass()) {
                add(each.getDeclaredMethods(), signatures);
            }
            add(type.getMethods(), signatures);
        } catch (ClassNotFoundException optional) {
            // Neither in the jar nor in the JDK: a class that extends it can never be loaded.
        }
    }

    private static void add(Method[] methods, Set<String> signatures) {
        for (Method each : methods) {
            signatures.add(
                    each.getName()
                            + MethodType.methodType(each.getReturnType(), each.getParameterTypes())
                                    .descriptorString());
        }
    }
}
