import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// Checks the layout of every Java file of the project, or rewrites it with the argument `apply`.
///
/// Formatter plugins run inside Maven's own JVM, and one older than the project's Java release
/// cannot parse the project's syntax; this runs in the JDK that Maven's toolchain selected.
final class Format {
    private static final Formatter FORMATTER =
            new Formatter(
                    JavaFormatterOptions.builder().style(JavaFormatterOptions.Style.AOSP).build());

    public static void main(String[] arguments) throws IOException {
        boolean apply = List.of(arguments).contains("apply");
        List<Path> otherwise =
                javaFiles().parallelStream().filter(file -> isOtherwise(file, apply)).toList();
        otherwise.forEach(
                file -> System.out.println((apply ? "formatted " : "not formatted: ") + file));
        if (!apply && !otherwise.isEmpty()) {
            System.out.println(
                    "The files above are not laid out as the formatter would. To mend: mvn -N"
                            + " process-sources exec:exec@format");
            System.exit(1);
        }
    }

    private static boolean isOtherwise(Path file, boolean apply) {
        try {
            String written = Files.readString(file);
            String formatted = format(written);
            if (apply && !formatted.equals(written)) {
                Files.writeString(file, formatted);
            }
            return !formatted.equals(written);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (FormatterException cause) {
            throw new IllegalStateException(file + ": " + cause.getMessage());
        }
    }

    private static String format(String written) throws FormatterException {
        String once = FORMATTER.formatSourceAndFixImports(written);
        // Wrapped text settles at the second pass.
        return once.equals(written) ? once : FORMATTER.formatSourceAndFixImports(once);
    }

    private static List<Path> javaFiles() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of(""))) {
            return all.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("target/"))
                    .sorted()
                    .toList();
        }
    }
}
