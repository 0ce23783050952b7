package headroom.benchmarks.coldstart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import java.io.IOException;
import java.lang.classfile.ClassModel;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;

/// What is found by its name at run time only, and so missed by no reference, is in the deployed
/// jar as well.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ShrunkJarByNameTest {
    /// Each of them was looked at: what it loads is kept whole, or was never in the jar.
    private static final Set<String> LOADING_BY_NAME =
            Set.of(
                    // What META-INF/services names: the program that shrinks keeps it whole.
                    "org/slf4j/LoggerFactory",
                    "software/amazon/awssdk/core/internal/http/loader/SdkServiceLoader",
                    // What resources named execution.interceptors name: there are none.
                    "software/amazon/awssdk/core/interceptor/ClasspathInterceptorChainFactory",
                    // Modules of the SDK that the functions do without: sso, sts, signin, the CRT.
                    "software/amazon/awssdk/auth/credentials/internal/ProfileCredentialsUtils",
                    "software/amazon/awssdk/auth/credentials/internal/WebIdentityCredentialsUtils",
                    "software/amazon/awssdk/checksums/internal/ConstructorCache",
                    "software/amazon/awssdk/core/internal/util/HttpChecksumUtils",
                    "software/amazon/awssdk/utils/DependencyValidate",
                    // A method of the JDK's checksums, and of loggers that are not nop.
                    "software/amazon/awssdk/checksums/internal/CrcCloneOnMarkChecksum",
                    "org/slf4j/helpers/SubstituteLogger",
                    // Whether there is Scala or Kotlin.
                    "software/amazon/awssdk/core/internal/useragent/UserAgentLangValues",
                    // A system property that nobody sets.
                    "software/amazon/awssdk/core/internal/http/loader/SystemPropertyHttpServiceProvider",
                    // The version of a part of Jackson, which nobody asks for.
                    "software/amazon/awssdk/thirdparty/jackson/core/util/VersionUtil",
                    // The callers are among those above.
                    "software/amazon/awssdk/core/internal/util/ClassLoaderHelper",
                    "software/amazon/awssdk/utils/ClassLoaderHelper");

    private static final Pattern BY_NAME =
            Pattern.compile(
                    "java/lang/Class\\.(forName|getMethods?|getDeclaredMethods?)\\(.*"
                            + "|java/lang/ClassLoader\\.loadClass\\(.*"
                            + "|java/util/ServiceLoader\\.load.*"
                            + "|java/lang/reflect/Proxy\\.newProxyInstance\\(.*"
                            + "|software/amazon/awssdk/.*ClassLoaderHelper\\.loadClass\\(.*");

    private final Linkage before = new Linkage(Functions.UNSHRUNK);
    private Unpacked task;
    private Path jar;
    private Linkage after;

    @BeforeAll
    void read() {
        task = Unpacked.of(Functions.JAR);
        jar = task.folder().resolve("lib").resolve(Functions.JAR.getFileName());
        after = new Linkage(jar);
    }

    @AfterAll
    void remove() {
        task.close();
    }

    /// Its classes are read by reflection, as JSON is.
    @Test
    void leavesHeadroomAndAllResourcesAsTheyWere() throws IOException {
        try (var was = new ZipFile(Functions.UNSHRUNK.toFile());
                var is = new ZipFile(jar.toFile())) {
            for (var entry : was.stream().filter(each -> !each.isDirectory()).toList()) {
                String name = entry.getName();
                if (name.startsWith("headroom/") || !name.endsWith(".class")) {
                    assertArrayEquals(
                            was.getInputStream(entry).readAllBytes(),
                            is.getInputStream(is.getEntry(name)).readAllBytes(),
                            name);
                }
            }
        }
    }

    /// A class that is loaded by name is found by no reference.
    @Test
    void loadsByNameWhereThatWasLookedAt() {
        Set<String> found =
                after.classes().stream()
                        .filter(ShrunkJarByNameTest::loadsByName)
                        .map(each -> each.thisClass().asInternalName())
                        .collect(Collectors.toSet());
        assertEquals(
                LOADING_BY_NAME,
                found,
                "See what a new one loads, and that it is kept; then note it above.");
    }

    private static boolean loadsByName(ClassModel type) {
        return type.methods().stream()
                .flatMap(each -> Reference.of(each).stream())
                .map(each -> each.owner() + "." + each.member())
                .anyMatch(BY_NAME.asMatchPredicate());
    }

    /// Whether code holds the name or a resource does.
    @Test
    void keepsWholeWhatIsNamed() throws IOException {
        Set<String> names = names();
        Set<String> lost = new TreeSet<>();
        for (ClassModel type : before.classes()) {
            String name = type.thisClass().asInternalName();
            if (names.contains(name.replace('/', '.'))) {
                type.methods().stream()
                        .map(Linkage::signature)
                        .filter(each -> !after.declares(name, each))
                        .forEach(each -> lost.add(name + "." + each));
            }
        }
        assertEquals(Set.of(), lost);
    }

    private Set<String> names() throws IOException {
        Set<String> names = new HashSet<>();
        after.classes().stream()
                .flatMap(each -> each.methods().stream())
                .flatMap(each -> Reference.of(each).stream())
                .filter(each -> each.kind() == Reference.Kind.NAMED)
                .forEach(each -> names.add(each.owner()));
        try (var zip = new ZipFile(jar.toFile())) {
            for (var entry : zip.stream().toList()) {
                if (entry.getName().startsWith("META-INF/services/")
                        || entry.getName().endsWith("execution.interceptors")) {
                    new String(zip.getInputStream(entry).readAllBytes(), UTF_8)
                            .lines()
                            .map(String::strip)
                            .forEach(names::add);
                }
            }
        }
        return names;
    }
}
