package headroom.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import headroom.benchmarks.findings.Benchmark;
import headroom.benchmarks.findings.Findings;
import headroom.benchmarks.findings.Target;
import headroom.terminal.Progress;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

final class BenchmarkCommandTest {
    private static final Clock CLOCK =
            Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZoneOffset.UTC);
    private static final String BEFORE = "# Results\n\n## tides\n\nlow\n";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    @TempDir private Path folder;
    private Path file;

    /// Finds what it is told to find.
    private record Tides(double height) implements Benchmark {
        @Override
        public String name() {
            return "tides";
        }

        @Override
        public String told() {
            return "how high the water stands";
        }

        @Override
        public Findings run(Progress progress) {
            return new Findings(List.of("Measured twice."), List.of(new Target("m", height, 2)));
        }
    }

    @BeforeEach
    void writesResults() throws IOException {
        file = folder.resolve("results.md");
        Files.writeString(file, BEFORE);
    }

    @Test
    void printsWhatItFoundAndLeavesTheFileAlone() throws IOException {
        assertEquals(BenchmarkCommand.WENT_WELL, run(1.5, "tides"));
        assertTrue(out().startsWith("`./benchmark tides`, on 2026-11-22 with JDK "), out());
        assertTrue(out().contains("\n\nMeasured twice.\n\n| Target |"), out());
        assertTrue(out().endsWith("| m | 1.5 | 2 | met |\n"), out());
        assertEquals(BEFORE, Files.readString(file));
    }

    @Test
    void failsWhenATargetIsMissed() throws IOException {
        assertEquals(BenchmarkCommand.MISSED_A_TARGET, run(2.5, "tides"));
        assertTrue(out().endsWith("| m | 2.5 | 2 | **missed** |\n"), out());
    }

    @Test
    void writesWhatItPrintsWhenAsked() throws IOException {
        assertEquals(BenchmarkCommand.WENT_WELL, run(1.5, "--write", "tides"));
        assertEquals("# Results\n\n## tides\n\n" + out(), Files.readString(file));
    }

    @Test
    void answersWhatItDoesNotKnowWithItsUsage() throws IOException {
        assertEquals(BenchmarkCommand.NOT_UNDERSTOOD, run(1.5, "waves", "--write"));
        assertTrue(err().startsWith("Not understood: waves --write\n\nusage: ./benchmark"), err());
        assertTrue(err().contains("\n  tides       how high the water stands\n"), err());
        assertEquals(BEFORE, Files.readString(file));
    }

    @Test
    void asksWhichBenchmark() throws IOException {
        assertEquals(BenchmarkCommand.NOT_UNDERSTOOD, run(1.5));
        assertTrue(err().startsWith("Which benchmark?\n\nusage: ./benchmark"), err());
    }

    @Test
    void theDocumentsRunWhatThereIs() throws IOException {
        List<String> understood = new ArrayList<>(List.of("--write", "NAME", "|"));
        BenchmarkCommand.BENCHMARKS.forEach(each -> understood.add(each.name()));
        List<String> unknown = new ArrayList<>();
        for (String page : List.of("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")) {
            Pattern.compile("\\./benchmark ([^`\\n#]+)")
                    .matcher(Files.readString(Path.of("..", page)))
                    .results()
                    .flatMap(each -> Stream.of(each.group(1).strip().split(" +", -1)))
                    .filter(each -> !understood.contains(each))
                    .forEach(each -> unknown.add(page + ": ./benchmark " + each));
        }
        assertEquals(List.of(), unknown);
    }

    private int run(double height, String... words) throws IOException {
        return new BenchmarkCommand(
                        List.of(new Tides(height)),
                        new Results(file),
                        CLOCK,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        Progress.silent())
                .run(List.of(words));
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
