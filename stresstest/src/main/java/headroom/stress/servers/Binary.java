package headroom.stress.servers;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// The program that a server runs: `redis-server`, or `valkey-server`.
///
/// @param carried whether it came with this program, so that it has to be written to a file first
public record Binary(Path path, boolean carried) {
    /// The one that a library of this program carries, under the name that it has there.
    public static Binary withThis() {
        return new Binary(
                Path.of("redis-server-7.0.15-%s-%s".formatted(system(), processor())), true);
    }

    public static Binary of(Path path) {
        return new Binary(path, false);
    }

    private static String system() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac")
                ? "darwin"
                : "linux";
    }

    private static String processor() {
        return System.getProperty("os.arch").equals("aarch64") ? "arm64" : "amd64";
    }

    /// A file that can be run.
    ///
    /// @param folder to write it to, if it has to be written
    Path in(Path folder) throws IOException {
        if (!carried) {
            return path;
        }
        Path file = folder.resolve("redis-server");
        try (InputStream in = Binary.class.getResourceAsStream("/" + path)) {
            if (in == null) {
                throw new IOException(
                        "There is no redis-server for this machine (%s). Name one with --server."
                                .formatted(path));
            }
            Files.copy(in, file);
        }
        if (!file.toFile().setExecutable(true)) {
            throw new IOException("%s cannot be made executable.".formatted(file));
        }
        return file;
    }
}
