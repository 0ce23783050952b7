package headroom.benchmarks.coldstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.zip.ZipFile;

/// A deployment package, unpacked as Lambda does it.
record Unpacked(Path folder) implements AutoCloseable {

    static Unpacked of(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Path folder = Files.createTempDirectory("task");
            zip.stream()
                    .filter(each -> !each.isDirectory())
                    .forEach(
                            each -> {
                                Path file = folder.resolve(each.getName());
                                try {
                                    Files.createDirectories(file.getParent());
                                    Files.copy(zip.getInputStream(each), file);
                                } catch (IOException unpacking) {
                                    throw new UncheckedIOException(unpacking);
                                }
                            });
            return new Unpacked(folder);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        try {
            Files.walkFileTree(
                    folder,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                                throws IOException {
                            Files.delete(file);
                            return FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult postVisitDirectory(
                                Path visited,
                                @org.jspecify.annotations.Nullable IOException problem)
                                throws IOException {
                            Files.delete(visited);
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException leftover) {
            throw new UncheckedIOException(leftover);
        }
    }
}
