package headroom.benchmarks.coldstart;

import headroom.benchmarks.findings.Benchmark;
import headroom.benchmarks.findings.Findings;
import headroom.benchmarks.findings.Target;
import headroom.redshift.Policy;
import headroom.redshift.Settings;
import headroom.terminal.Progress;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A function as it is deployed, against one that does the same and that nobody made lean.
public final class ColdStartBenchmark implements Benchmark {
    private static final String LEAN = "lean";
    private static final String NAIVE = "naive";
    private static final String NAIVE_IN_LAMBDA = "naive, Lambda's options";
    private static final int RUNS = 7;
    private static final int WARM_INVOCATIONS = 5;
    private static final double MOST_OF_NAIVE = 0.65;
    private static final double MOST_OF_WARM = 3;
    private static final double MEGABYTE = 1e6;
    private static final Path JAR = Path.of("functions", "target", "headroom-redshift.jar");
    private static final Path RUNTIME = Path.of("benchmarks", "target", "runtime").toAbsolutePath();
    private static final String EVENT = "{\"run\":\"r1\",\"which\":\"backup\"}";
    private static final Pattern NAIVE_JARS =
            Pattern.compile(
                    ".*/(software/amazon/awssdk|io/netty|org/apache/httpcomponents|commons-codec|commons-logging|org/slf4j|org/reactivestreams|com/amazonaws)/.*\\.jar");

    /// @param megabytes of the deployment package
    private record Shape(
            String name,
            Unpacked task,
            String handler,
            Deployed.Settings settings,
            double megabytes) {}

    private record Sample(double init, double first, double warm, double classes, double resident) {
        double cold() {
            return init + first;
        }
    }

    @Override
    public String name() {
        return "cold-start";
    }

    @Override
    public String told() {
        return "a function's start in a process of its own, against one that nobody made lean";
    }

    @Override
    public Findings run(Progress progress) {
        try (Unpacked lean = Unpacked.of(JAR);
                Unpacked naive = naive();
                AwsStub aws = new AwsStub()) {
            List<Shape> shapes = shapes(lean, naive);
            progress.begin("starts", (long) RUNS * shapes.size());
            Map<String, List<Sample>> samples = new HashMap<>();
            for (int run = 0; run < RUNS; run++) {
                for (Shape shape : shapes) {
                    samples.computeIfAbsent(shape.name(), _ -> new ArrayList<>())
                            .add(sample(shape, aws));
                    progress.step();
                }
            }
            return findings(shapes, samples);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<Shape> shapes(Unpacked lean, Unpacked naive) throws IOException {
        Deployed.Settings lambdas = Deployed.Settings.lambdas(environment());
        Deployed.Settings javas = new Deployed.Settings(List.of("-Xmx419m"), environment());
        String naiveHandler = NaiveTakeSnapshot.class.getName();
        double naiveSize = size(naive) / MEGABYTE;
        return List.of(
                new Shape(
                        LEAN,
                        lean,
                        "headroom.redshift.cluster.TakeSnapshot",
                        lambdas,
                        Files.size(JAR) / MEGABYTE),
                new Shape(NAIVE, naive, naiveHandler, javas, naiveSize),
                new Shape(NAIVE_IN_LAMBDA, naive, naiveHandler, lambdas, naiveSize));
    }

    private static Sample sample(Shape shape, AwsStub aws) {
        aws.answer(
                Map.of(
                        "CreateClusterSnapshot",
                        "<A><CreateClusterSnapshotResult><Snapshot><Port>1</Port></Snapshot></CreateClusterSnapshotResult></A>"));
        try (Deployed function =
                new Deployed(
                        RUNTIME, shape.task().folder(), shape.handler(), aws, shape.settings())) {
            double first = function.invokeMillis(EVENT);
            int classes = function.classes().size();
            List<Double> warm = new ArrayList<>();
            for (int i = 0; i < WARM_INVOCATIONS; i++) {
                warm.add(function.invokeMillis(EVENT));
            }
            return new Sample(
                    function.initMillis(),
                    first,
                    median(warm),
                    classes,
                    function.residentMegabytes());
        }
    }

    private static Findings findings(List<Shape> shapes, Map<String, List<Sample>> samples) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "`TakeSnapshot` and a naive function that does the same, each started %d times in turn by Lambda's runtime interface client 2.9, over plain HTTP; medians. The lean one has Lambda's options for the JVM. The target is against a naive one with the JVM's own options; what that one is like with Lambda's stands beside it. What the lean one gives for its start is a few milliseconds of a warm invocation."
                        .formatted(RUNS));
        lines.add("");
        lines.add(
                "| | init ms | first invoke ms | both | warm invoke ms | classes | resident MB |"
                        + " package MB |");
        lines.add("|---|---|---|---|---|---|---|---|");
        for (Shape shape : shapes) {
            List<Sample> of = samples.getOrDefault(shape.name(), List.of());
            lines.add(
                    "| %s | %.0f | %.1f | %.0f | %.1f | %.0f | %.0f | %.1f |"
                            .formatted(
                                    shape.name(),
                                    median(of, Sample::init),
                                    median(of, Sample::first),
                                    median(of, Sample::cold),
                                    median(of, Sample::warm),
                                    median(of, Sample::classes),
                                    median(of, Sample::resident),
                                    shape.megabytes()));
        }
        List<Sample> lean = samples.getOrDefault(LEAN, List.of());
        List<Sample> naive = samples.getOrDefault(NAIVE, List.of());
        lines.add("");
        lines.add(
                "Against the naive one with Lambda's options, init and first invoke take %.2f of its time."
                        .formatted(
                                median(lean, Sample::cold)
                                        / median(
                                                samples.getOrDefault(NAIVE_IN_LAMBDA, List.of()),
                                                Sample::cold)));
        return new Findings(
                lines,
                List.of(
                        new Target(
                                "init and first invoke, in parts of the naive one's",
                                median(lean, Sample::cold) / median(naive, Sample::cold),
                                MOST_OF_NAIVE),
                        new Target(
                                "the first invoke after priming, in warm ones",
                                median(lean, Sample::first) / median(lean, Sample::warm),
                                MOST_OF_WARM)));
    }

    private static double median(List<Sample> samples, ToDoubleFunction<Sample> value) {
        return median(samples.stream().mapToDouble(value).boxed().toList());
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
    }

    private static Map<String, String> environment() {
        return new Settings(
                        "sales",
                        List.of("arn:aws:dms:eu-west-1:1:endpoint:A"),
                        Policy.upTo(16),
                        7,
                        24)
                .environment();
    }

    /// A deployment package of the naive function, from this program's own class path.
    private static Unpacked naive() throws IOException {
        Path folder = Files.createTempDirectory("naive");
        Path library = Files.createDirectories(folder.resolve("lib"));
        for (String each : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            if (NAIVE_JARS.matcher(each).matches() && !each.contains("url-connection-client")) {
                Path jar = Path.of(each);
                Files.copy(jar, library.resolve(jar.getFileName().toString()));
            }
        }
        Path classes =
                Files.createDirectories(
                        folder.resolve(Path.of("headroom", "benchmarks", "coldstart")));
        for (Class<?> each :
                List.of(
                        NaiveTakeSnapshot.class,
                        NaiveTakeSnapshot.Event.class,
                        NaiveTakeSnapshot.Answer.class)) {
            String file = each.getName().substring(each.getPackageName().length() + 1) + ".class";
            try (var in = each.getResourceAsStream(file)) {
                if (in == null) {
                    throw new IllegalStateException(
                            file + " is not on the class path; build again.");
                }
                Files.copy(in, classes.resolve(file));
            }
        }
        return new Unpacked(folder);
    }

    private static double size(Unpacked task) throws IOException {
        try (Stream<Path> files = Files.walk(task.folder())) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(each -> each.toFile().length())
                    .sum();
        }
    }
}
