import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    public static void main(String[] arguments) throws IOException, FormatterException {
        boolean apply = List.of(arguments).contains("apply");
        List<Path> otherwise = new ArrayList<>();
        for (Path file : javaFiles()) {
            String written = Files.readString(file);
            String formatted = format(file, written);
            if (!formatted.equals(written)) {
                otherwise.add(file);
                if (apply) {
                    Files.writeString(file, formatted);
                }
            }
        }
        otherwise.forEach(
                file -> System.out.println((apply ? "formatted " : "not formatted: ") + file));
        if (!apply && !otherwise.isEmpty()) {
            System.out.println(
                    "The files above are not laid out as the formatter would. To mend: mvn -N"
                            + " process-sources exec:exec@format");
            System.exit(1);
        }
    }

    private static String format(Path file, String written) throws FormatterException {
        try {
            // Wrapped text settles at the second pass.
            String once = FORMATTER.formatSourceAndFixImports(written);
            return FORMATTER.formatSourceAndFixImports(once);
        } catch (FormatterException cause) {
            throw new FormatterException(file + ": " + cause.getMessage());
        }
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
