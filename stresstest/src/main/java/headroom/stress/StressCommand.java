package headroom.stress;

import headroom.simulated.journal.Entry;
import headroom.stress.course.RealTime;
import headroom.stress.elasticache.Nodes;
import headroom.stress.figures.MeasuredNode;
import headroom.stress.pictures.Picture;
import headroom.stress.scenes.Findings;
import headroom.stress.scenes.Means;
import headroom.stress.scenes.Scene;
import headroom.stress.scenes.Scenes;
import headroom.stress.servers.Binary;
import headroom.terminal.Interruption;
import headroom.terminal.Progress;
import headroom.terminal.Rule;
import headroom.terminal.Terminal;
import headroom.terminal.Tone;

import io.lettuce.core.LettuceVersion;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.LogManager;

/// The command `./stress`, which runs in the project's root.
public final class StressCommand {
    static final int WENT_WELL = 0;
    static final int BROKE_A_PROMISE = 1;
    static final int NOT_UNDERSTOOD = 2;

    /// As a shell has it of what SIGINT ends.
    private static final int INTERRUPTED = 130;

    private static final List<Rule> COLOURS =
            List.of(
                    Rule.of("\\*\\*broken\\*\\*", Tone.BAD),
                    Rule.of("\\| kept \\|$", Tone.GOOD),
                    Rule.of("^\\|-", Tone.QUIET),
                    Rule.of("^#", Tone.HEADING));

    private static final double ALL_OF_IT = 100;
    private static final String ALL = "all";
    private static final String SERVER = "--server";
    private static final String JOURNAL = "--journal";

    private static final String WRITE = "--write";
    private static final Path RESULTS = Path.of("stresstest", "results.md");
    private static final Path OUTLINES = Path.of("stresstest", "outlines");
    private static final Path PICTURES = Path.of("docs", "pictures");

    private final Clock clock;
    private final PrintStream out;
    private final PrintStream err;
    private final Progress progress;

    StressCommand(Clock clock, PrintStream out, PrintStream err, Progress progress) {
        this.clock = clock;
        this.out = out;
        this.err = err;
        this.progress = progress;
    }

    public static void main(String[] arguments) throws IOException {
        // Of what clients notice of each change, their libraries write hundreds of lines.
        LogManager.getLogManager().reset();
        Terminal terminal = Terminal.here();
        PrintStream out =
                new PrintStream(
                        terminal.coloured(System.out, COLOURS), true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        Progress progress = new Progress(err, terminal.err(), Clock.systemUTC());
        System.exit(
                new StressCommand(Clock.systemUTC(), out, err, progress).run(List.of(arguments)));
    }

    int run(List<String> arguments) throws IOException {
        List<String> words = new ArrayList<>(arguments);
        if (words.contains("--help") || words.contains("-h")) {
            out.print(usage());
            return WENT_WELL;
        }
        boolean told = words.remove(JOURNAL);
        boolean write = words.remove(WRITE);
        Binary binary = Binary.withThis();
        int server = words.indexOf(SERVER);
        if (server >= 0 && server + 1 < words.size()) {
            words.remove(server);
            binary = Binary.of(Path.of(words.remove(server)));
        }
        List<Scene> played =
                Scenes.ALL.stream()
                        .filter(
                                each ->
                                        words.equals(List.of(ALL))
                                                || words.equals(List.of(each.name())))
                        .toList();
        if (played.isEmpty()) {
            err.println(
                    words.isEmpty()
                            ? "Which scene?\n"
                            : "Not understood: " + String.join(" ", arguments) + "\n");
            err.print(usage());
            return NOT_UNDERSTOOD;
        }
        Means means = new Means(binary, told ? this::tell : _ -> {});
        progress.begin("scenes", played.size());
        try (Interruption interruption = Interruption.of(this::lastWord)) {
            int status = play(played, means, write && played.equals(Scenes.ALL));
            return interruption.end() ? status : INTERRUPTED;
        }
    }

    private void lastWord() {
        progress.close();
        err.println("Interrupted after %s, which stand above.".formatted(progress.counted()));
    }

    private void tell(Entry entry) {
        err.printf(
                "%s %s %s: %s%n",
                entry.at(),
                entry.kind().label(),
                entry.name(),
                entry.detail().lines().findFirst().orElse(""));
    }

    /// @param write whether the results are kept
    private int play(List<Scene> scenes, Means means, boolean write) throws IOException {
        List<String> text = new ArrayList<>(List.of("# Stress", "", environment()));
        boolean kept = true;
        Instant begin = clock.instant();
        for (Scene each : scenes) {
            progress.now(each.name());
            Findings findings = each.play(means);
            progress.close();
            List<String> section = new ArrayList<>(List.of("", "## " + each.name(), ""));
            section.add(each.title() + ".");
            section.add("");
            section.addAll(findings.text());
            section.forEach(out::println);
            text.addAll(section);
            if (write) {
                text.addAll(List.of("", draw(each, findings)));
                Files.createDirectories(OUTLINES);
                Files.write(OUTLINES.resolve(each.name() + ".txt"), findings.outline());
            }
            kept &= findings.areAsPromised();
            progress.step();
        }
        String took =
                "All of it took %d s."
                        .formatted(Duration.between(begin, clock.instant()).toSeconds());
        out.println("\n" + took);
        if (write) {
            text.addAll(List.of("", took));
            Files.write(RESULTS, text);
        }
        return kept ? WENT_WELL : BROKE_A_PROMISE;
    }

    /// @return the reference to it
    private static String draw(Scene scene, Findings findings) throws IOException {
        Optional<Picture> picture = findings.picture(scene.title());
        if (picture.isEmpty()) {
            return "There is no picture of it: it did not come to its end.";
        }
        Path file = PICTURES.resolve("stress-%s.svg".formatted(scene.name()));
        Files.createDirectories(PICTURES);
        Files.writeString(file, picture.orElseThrow().svg());
        return "![%s](../%s)".formatted(scene.title(), file);
    }

    /// What results depend on beside the code.
    private String environment() {
        return "`./stress %s`, on %s with JDK %s, Lettuce %s, %s %s and %d cores. An hour of a scene takes %d seconds. A node has %.0f %% of a core for its commands, and %.1f %% of the memory of its type; of networks nothing is limited."
                .formatted(
                        ALL,
                        LocalDate.now(clock),
                        Runtime.version(),
                        LettuceVersion.getVersion(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"),
                        Runtime.getRuntime().availableProcessors(),
                        RealTime.real(Duration.ofHours(1)).toSeconds(),
                        ALL_OF_IT * MeasuredNode.PROCESSOR,
                        ALL_OF_IT * Nodes.SCALE);
    }

    private static String usage() {
        StringBuilder usage =
                new StringBuilder(
                        "usage: ./stress SCENE [--server PATH] [--journal] [--write]\n\n");
        Scenes.ALL.forEach(each -> usage.append("  %-10s%s%n".formatted(each.name(), each.told())));
        return usage.append("  %-10sall of them, one after the other%n".formatted(ALL))
                .append(
                        """

                          --server   a redis-server or valkey-server of yours
                          --journal  tells what happens as it happens
                          --write    with all: puts what was found into stresstest, and pictures into docs/pictures

                        Servers and clients run on this machine, on free ports of the loopback interface, with
                        at most 1,500 MB of memory. All of it ends with the command, and no file is left.

                        Exit status: 0 if every promise was kept, 1 if not, 2 if the command was not
                        understood or the build failed, 130 if Ctrl-C ended it.
                        """)
                .toString();
    }
}
