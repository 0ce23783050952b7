package headroom.benchmarks.coldstart;

import java.lang.classfile.Attributes;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.attribute.CodeAttribute;
import java.lang.classfile.attribute.StackMapFrameInfo.ObjectVerificationTypeInfo;
import java.lang.classfile.attribute.StackMapFrameInfo.VerificationTypeInfo;
import java.lang.classfile.instruction.ConstantInstruction.LoadConstantInstruction;
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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What a method's code asks the JVM to find.
///
/// @param owner the internal name of the class to begin at, or the text
/// @param member name and descriptor, or empty for the class itself
record Reference(Kind kind, String owner, String member) {
    enum Kind {
        CLASS,
        /// A text, which may be the name of a class.
        NAMED,
        FIELD,
        /// A method that is called as it is resolved.
        METHOD,
        /// A method that the receiver's class selects.
        SELECTED
    }

    static Set<Reference> of(MethodModel method) {
        Set<Reference> found = new HashSet<>(classes(method.methodTypeSymbol()).toList());
        method.code().ifPresent(code -> of(code).forEach(found::add));
        return found;
    }

    private static Stream<Reference> of(CodeModel code) {
        return Stream.concat(
                code.elementStream().flatMap(Reference::of),
                code instanceof CodeAttribute attribute ? frames(attribute) : Stream.of());
    }

    private static Stream<Reference> of(CodeElement element) {
        return switch (element) {
            case InvokeInstruction call ->
                    member(
                            isSelecting(call.opcode()) ? Kind.SELECTED : Kind.METHOD,
                            call.owner().asSymbol(),
                            call.name().stringValue(),
                            call.typeSymbol());
            case InvokeDynamicInstruction dynamic ->
                    Stream.of(
                                    classes(dynamic.typeSymbol()),
                                    of(dynamic.bootstrapMethod()),
                                    dynamic.bootstrapArgs().stream().flatMap(Reference::of))
                            .flatMap(each -> each);
            case FieldInstruction field ->
                    field(field.owner().asSymbol(), field.name().stringValue(), field.typeSymbol());
            case LoadConstantInstruction constant -> of(constant.constantValue());
            case NewObjectInstruction object -> type(object.className().asSymbol());
            case NewReferenceArrayInstruction array -> type(array.componentType().asSymbol());
            case NewMultiArrayInstruction array -> type(array.arrayType().asSymbol());
            case TypeCheckInstruction check -> type(check.type().asSymbol());
            case ExceptionCatch handler ->
                    handler.catchType().stream().flatMap(each -> type(each.asSymbol()));
            default -> Stream.of();
        };
    }

    private static Stream<Reference> of(ConstantDesc constant) {
        return switch (constant) {
            case String text -> Stream.of(new Reference(Kind.NAMED, text, ""));
            case ClassDesc type -> type(type);
            case MethodTypeDesc type -> classes(type);
            case DirectMethodHandleDesc handle -> of(handle);
            case DynamicConstantDesc<?> dynamic ->
                    Stream.of(
                                    type(dynamic.constantType()),
                                    of(dynamic.bootstrapMethod()),
                                    dynamic.bootstrapArgsList().stream().flatMap(Reference::of))
                            .flatMap(each -> each);
            default -> Stream.of();
        };
    }

    private static Stream<Reference> of(DirectMethodHandleDesc handle) {
        String descriptor = handle.lookupDescriptor();
        return switch (handle.kind()) {
            case GETTER, SETTER, STATIC_GETTER, STATIC_SETTER ->
                    field(handle.owner(), handle.methodName(), ClassDesc.ofDescriptor(descriptor));
            case VIRTUAL, INTERFACE_VIRTUAL ->
                    member(
                            Kind.SELECTED,
                            handle.owner(),
                            handle.methodName(),
                            MethodTypeDesc.ofDescriptor(descriptor));
            case STATIC, INTERFACE_STATIC, CONSTRUCTOR, SPECIAL, INTERFACE_SPECIAL ->
                    member(
                            Kind.METHOD,
                            handle.owner(),
                            handle.methodName(),
                            MethodTypeDesc.ofDescriptor(descriptor));
        };
    }

    /// What the verifier may load, to see whether one class extends another.
    private static Stream<Reference> frames(CodeAttribute code) {
        return code.findAttribute(Attributes.stackMapTable()).stream()
                .flatMap(table -> table.entries().stream())
                .flatMap(frame -> Stream.of(frame.locals(), frame.stack()))
                .flatMap(List::stream)
                .flatMap(Reference::of);
    }

    private static Stream<Reference> of(VerificationTypeInfo type) {
        return type instanceof ObjectVerificationTypeInfo object
                ? type(object.classSymbol())
                : Stream.of();
    }

    private static boolean isSelecting(Opcode opcode) {
        return opcode == Opcode.INVOKEVIRTUAL || opcode == Opcode.INVOKEINTERFACE;
    }

    private static Stream<Reference> member(
            Kind kind, ClassDesc owner, String name, MethodTypeDesc type) {
        Reference reference =
                new Reference(kind, internalName(owner), name + type.descriptorString());
        return Stream.of(type(owner), classes(type), Stream.of(reference)).flatMap(each -> each);
    }

    private static Stream<Reference> field(ClassDesc owner, String name, ClassDesc type) {
        Reference reference =
                new Reference(Kind.FIELD, internalName(owner), name + type.descriptorString());
        return Stream.of(type(owner), type(type), Stream.of(reference)).flatMap(each -> each);
    }

    private static Stream<Reference> classes(MethodTypeDesc type) {
        return Stream.concat(Stream.of(type.returnType()), type.parameterList().stream())
                .flatMap(Reference::type);
    }

    private static Stream<Reference> type(ClassDesc type) {
        if (type.isPrimitive()) {
            return Stream.of();
        }
        return type.isArray()
                ? type(type.componentType())
                : Stream.of(new Reference(Kind.CLASS, internalName(type), ""));
    }

    /// An array has the members of Object.
    private static String internalName(ClassDesc type) {
        String descriptor = type.descriptorString();
        return type.isArray()
                ? "java/lang/Object"
                : descriptor.substring(1, descriptor.length() - 1);
    }
}
