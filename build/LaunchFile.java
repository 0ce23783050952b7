import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Written by the build for the commands beside the root pom: the JDK that the build selected, and
/// the class path, so that a command starts without Maven.
final class LaunchFile {
    private LaunchFile() {}

    /// @param arguments the command's main class, and where to write: the file for the JDK's
    ///   `java`, and its file of arguments; behind them, options of that command's own
    public static void main(String[] arguments) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Files.writeString(Path.of(arguments[1]), java + "\n");
        List<String> lines = new ArrayList<>(List.of("-XX:+UseSerialGC"));
        lines.addAll(Arrays.asList(arguments).subList(3, arguments.length));
        lines.addAll(List.of("-cp", quoted(System.getProperty("java.class.path")), arguments[0]));
        Files.write(Path.of(arguments[2]), lines);
    }

    /// As java's own argument files want it.
    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
