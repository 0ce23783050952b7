package headroom.configuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Files of settings, right and wrong, from tables in the resources.
enum SettingsFiles {
    RIGHT("right-files.txt", 30),
    WRONG("wrong-files.txt", 60),
    BEYOND_THE_SCHEMA("files-beyond-the-schema.txt", 20);

    /// @param text what stands in the file
    /// @param mistakes that `synth` tells
    record One(String title, String text, List<String> mistakes) {
        @Override
        public String toString() {
            return title;
        }
    }

    private static final String ARN = "arn:aws:dms:eu-west-1:111122223333:endpoint:";
    private static final Pattern GROUP = Pattern.compile("&&(\\w)");
    private static final Pattern CLUSTER = Pattern.compile("&(\\w)");
    private static final Pattern ENDPOINT = Pattern.compile("<(\\w)>");

    private final String file;
    private final int fewest;

    SettingsFiles(String file, int fewest) {
        this.file = file;
        this.fewest = fewest;
    }

    List<One> all() {
        try {
            String table = Files.readString(Path.of("src", "test", "resources", file));
            List<One> all =
                    Stream.of(table.split("\n\n", -1))
                            .filter(block -> !block.startsWith("%"))
                            .map(SettingsFiles::read)
                            .toList();
            if (all.size() < fewest) {
                throw new AssertionError(all.size() + " files in " + file);
            }
            return all;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static One read(String block) {
        List<String> lines = Arrays.asList(block.split("\n"));
        return new One(
                lines.getFirst().substring(2),
                inFull(
                        lines.stream()
                                .skip(1)
                                .filter(each -> !each.startsWith("> "))
                                .collect(Collectors.joining("\n"))),
                lines.stream()
                        .filter(each -> each.startsWith("> "))
                        .map(each -> each.substring(2))
                        .toList());
    }

    private static String inFull(String text) {
        String groups =
                GROUP.matcher(text)
                        .replaceAll(
                                "\"replicationGroup\": \"$1\", \"maxShards\": 6,"
                                        + " \"maxReplicasPerShard\": 3");
        String clusters =
                CLUSTER.matcher(groups)
                        .replaceAll(
                                "\"cluster\": \"$1\", \"endpoints\": [\"<$1>\"], \"maxNodes\": 4");
        String many =
                clusters.replace(
                        "MANY",
                        IntStream.range(0, 60)
                                .mapToObj(i -> "\"" + ARN + i + "\"")
                                .collect(Collectors.joining(", ")));
        return ENDPOINT.matcher(many)
                .replaceAll(each -> ARN + each.group(1).toUpperCase(Locale.ROOT));
    }
}
