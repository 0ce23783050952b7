package headroom.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A module of the project, beside this one.
///
/// @param name of its folder
record Module(String name) {
    static final List<Module> ALL =
            Stream.of(
                            "simulated",
                            "functions",
                            "configuration",
                            "constructs",
                            "infra",
                            "terminal",
                            "rehearsal",
                            "command",
                            "benchmarks",
                            "stresstest")
                    .map(Module::new)
                    .toList();

    private static final Path ROOT = Path.of("..");

    /// What it is made of, without its tests.
    JavaClasses classes() {
        Path built = ROOT.resolve(name).resolve("target/classes");
        if (!Files.isDirectory(built)) {
            throw new IllegalStateException(
                    "%s is not built: expected classes in %s. Run mvn verify in the root folder."
                            .formatted(name, built));
        }
        return new ClassFileImporter().importPath(built);
    }

    /// The files of its main sources.
    List<Path> sources() {
        try (Stream<Path> files = Files.walk(root())) {
            return files.filter(each -> each.toString().endsWith(".java")).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The packages that have classes, each as its folder.
    List<Path> packages() {
        return sources().stream().map(Path::getParent).distinct().toList();
    }

    /// The lines of the packages' sources in which the words are found, each behind its file.
    ///
    /// @param packages their names, with all below them
    List<String> lines(List<String> packages, Pattern words) {
        return sources().stream()
                .filter(each -> packages.stream().anyMatch(other -> isIn(other, each)))
                .flatMap(each -> lines(each, words))
                .toList();
    }

    private boolean isIn(String name, Path file) {
        return file.startsWith(root().resolve(name.replace('.', '/')));
    }

    private Stream<String> lines(Path file, Pattern words) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(each -> words.matcher(each).find())
                    .map(each -> root().relativize(file) + ": " + each.strip());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private Path root() {
        return ROOT.resolve(name).resolve("src/main/java");
    }
}
