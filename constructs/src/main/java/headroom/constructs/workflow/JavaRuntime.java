package headroom.constructs.workflow;

import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.RuntimeFamily;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// Lambda's runtime for classes as the build made them.
///
/// The Java release stands in the root's `pom.xml` alone; a class file says which one it was
/// compiled for.
final class JavaRuntime {
    /// The class files of Java 1 had the version 45, and those of each release since have the next.
    private static final int BEFORE_JAVA_1 = 44;

    private JavaRuntime() {}

    static Runtime of(Class<?> handler) {
        String file = "/" + handler.getName().replace('.', '/') + ".class";
        try (InputStream compiled = handler.getResourceAsStream(file)) {
            if (compiled == null) {
                throw new IllegalStateException(file + " is not on the class path.");
            }
            int version = version(new DataInputStream(compiled));
            return new Runtime("java" + (version - BEFORE_JAVA_1), RuntimeFamily.JAVA);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// A class file begins with a mark of four bytes, then its minor and its major version.
    private static int version(DataInputStream classFile) throws IOException {
        classFile.readInt();
        classFile.readUnsignedShort();
        return classFile.readUnsignedShort();
    }
}
