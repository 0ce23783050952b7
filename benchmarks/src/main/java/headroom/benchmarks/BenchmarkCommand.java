package headroom.benchmarks;

import headroom.benchmarks.coldstart.ColdStartBenchmark;
import headroom.benchmarks.findings.Benchmark;
import headroom.benchmarks.findings.Findings;
import headroom.benchmarks.pause.PauseBenchmark;
import headroom.benchmarks.relief.ReliefBenchmark;
import headroom.benchmarks.scale.ScaleBenchmark;
import headroom.benchmarks.scale.Stopwatch;
import headroom.terminal.Interruption;
import headroom.terminal.Progress;
import headroom.terminal.Rule;
import headroom.terminal.Terminal;
import headroom.terminal.Tone;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The command `./benchmark`, which runs in the project's root.
public final class BenchmarkCommand {
    static final int WENT_WELL = 0;
    static final int MISSED_A_TARGET = 1;
    static final int NOT_UNDERSTOOD = 2;

    static final List<Benchmark> BENCHMARKS =
            List.of(
                    new ColdStartBenchmark(),
                    new PauseBenchmark(),
                    new ReliefBenchmark(),
                    new ScaleBenchmark(Stopwatch.ofProcessor()));

    /// As a shell has it of what SIGINT ends.
    private static final int INTERRUPTED = 130;

    private static final List<Rule> COLOURS =
            List.of(
                    Rule.of("\\*\\*missed\\*\\*", Tone.BAD),
                    Rule.of("\\| met \\|$", Tone.GOOD),
                    Rule.of("^\\|-", Tone.QUIET),
                    Rule.of("^#", Tone.HEADING));

    private static final Path RESULTS = Path.of("benchmarks", "results.md");

    private final List<Benchmark> benchmarks;
    private final Results results;
    private final Clock clock;
    private final PrintStream out;
    private final PrintStream err;
    private final Progress progress;

    BenchmarkCommand(
            List<Benchmark> benchmarks,
            Results results,
            Clock clock,
            PrintStream out,
            PrintStream err,
            Progress progress) {
        this.benchmarks = benchmarks;
        this.results = results;
        this.clock = clock;
        this.out = out;
        this.err = err;
        this.progress = progress;
    }

    public static void main(String[] arguments) throws IOException {
        Terminal terminal = Terminal.here();
        PrintStream out =
                new PrintStream(
                        terminal.coloured(System.out, COLOURS), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        BenchmarkCommand command =
                new BenchmarkCommand(
                        BENCHMARKS,
                        new Results(RESULTS),
                        Clock.systemUTC(),
                        out,
                        err,
                        new Progress(err, terminal.err(), Clock.systemUTC()));
        System.exit(command.run(List.of(arguments)));
    }

    int run(List<String> arguments) throws IOException {
        List<String> words = new ArrayList<>(arguments);
        boolean write = words.remove("--write");
        if (words.contains("--help") || words.contains("-h")) {
            out.print(usage());
            return WENT_WELL;
        }
        Optional<Benchmark> named =
                benchmarks.stream().filter(each -> words.equals(List.of(each.name()))).findFirst();
        if (named.isEmpty()) {
            err.println(
                    words.isEmpty()
                            ? "Which benchmark?\n"
                            : "Not understood: " + String.join(" ", arguments) + "\n");
            err.print(usage());
            return NOT_UNDERSTOOD;
        }
        return measure(named.get(), write);
    }

    private int measure(Benchmark benchmark, boolean write) throws IOException {
        Findings findings;
        try (Interruption interruption = Interruption.of(this::lastWord)) {
            findings = benchmark.run(progress);
            if (!interruption.end()) {
                return INTERRUPTED;
            }
        }
        progress.close();
        List<String> text = new ArrayList<>();
        text.add(BenchmarkEnvironment.of(clock).sentence("./benchmark " + benchmark.name()));
        text.add("");
        text.addAll(findings.text());
        text.forEach(out::println);
        if (write) {
            results.replace(benchmark.name(), text);
        }
        return findings.meetTheTargets() ? WENT_WELL : MISSED_A_TARGET;
    }

    private void lastWord() {
        progress.close();
        err.println(
                "Interrupted after %s. There is no finding before all of them are done."
                        .formatted(progress.counted()));
    }

    private String usage() {
        StringBuilder usage = new StringBuilder("usage: ./benchmark BENCHMARK [--write]\n\n");
        benchmarks.forEach(each -> usage.append("  %-12s%s%n".formatted(each.name(), each.told())));
        return usage.append(
                        """
                          --write     puts what was found into benchmarks/results.md

                        Exit status: 0 if every target was met, 1 if not, 2 if the command was not
                        understood or the build failed, 130 if Ctrl-C ended it. How far it is stands on the
                        standard error.
                        """)
                .toString();
    }
}
