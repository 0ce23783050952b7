package headroom.benchmarks.coldstart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// One function in a process of its own: a cold start.
///
/// The working folder is the unpacked deployment package, which the runtime interface client loads
/// the handler from, as `/var/task` in Lambda; its own jars alone are on the class path.
final class Deployed implements AutoCloseable {
    private static final List<String> LAMBDAS_OPTIONS =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-Xmx419m");
    static final List<String> SERVICES =
            List.of(
                    "REDSHIFT",
                    "DATABASE_MIGRATION_SERVICE",
                    "SFN",
                    "CLOUDWATCH",
                    "DYNAMODB",
                    "SNS");

    private final Clock clock = Clock.systemUTC();
    private final RuntimeApi api = new RuntimeApi(clock);
    private final Path classLog;
    private final Path output;
    private final Process process;
    private final Instant started = clock.instant();
    private final Instant ready;

    /// @param options for the JVM, in the place of Lambda's
    /// @param environment beside what Lambda and the endpoint's address are
    record Settings(List<String> options, Map<String, String> environment) {
        static Settings lambdas(Map<String, String> environment) {
            return new Settings(LAMBDAS_OPTIONS, environment);
        }
    }

    /// Starts it and waits until it asks for its first event.
    ///
    /// @param runtime the folder with the jars of the runtime interface client
    /// @param task the unpacked deployment package
    Deployed(Path runtime, Path task, String handler, AwsStub aws, Settings settings) {
        try {
            classLog = Files.createTempFile("classes", ".log");
            output = Files.createTempFile("function", ".log");
            process = start(runtime, task, handler, aws, settings);
        } catch (IOException cannotStart) {
            throw new UncheckedIOException(cannotStart);
        }
        try {
            ready = api.awaitInit(process::isAlive);
        } catch (IllegalStateException silent) {
            String said = output();
            close();
            throw new IllegalStateException(silent.getMessage() + "\n" + said, silent);
        }
    }

    private Process start(Path runtime, Path task, String handler, AwsStub aws, Settings settings)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(settings.options());
        command.add("-Xlog:class+load=info:file=" + classLog + "::filecount=0");
        command.addAll(List.of("-cp", runtime + "/*"));
        command.add("com.amazonaws.services.lambda.runtime.api.client.AWSLambda");
        command.add(handler);
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(task.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(Redirect.to(output.toFile()));
        Map<String, String> environment = builder.environment();
        environment.keySet().removeIf(each -> each.startsWith("AWS_") || each.startsWith("JAVA_"));
        environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
        environment.put("AWS_REGION", "eu-west-1");
        if (!settings.environment().containsKey("AWS_CONTAINER_CREDENTIALS_FULL_URI")) {
            environment.put("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE");
            environment.put("AWS_SECRET_ACCESS_KEY", "secret");
            environment.put("AWS_SESSION_TOKEN", "token");
        }
        environment.put("AWS_LAMBDA_FUNCTION_NAME", "scenarios");
        environment.put("AWS_LAMBDA_LOG_FORMAT", "TEXT");
        environment.put("LAMBDA_TASK_ROOT", task.toString());
        environment.put("_HANDLER", handler);
        SERVICES.forEach(each -> environment.put("AWS_ENDPOINT_URL_" + each, aws.url()));
        environment.putAll(settings.environment());
        return builder.start();
    }

    RuntimeApi.Outcome invoke(String event) {
        try {
            return api.invoke(event, process::isAlive);
        } catch (IllegalStateException silent) {
            throw new IllegalStateException(silent.getMessage() + "\n" + output(), silent);
        }
    }

    /// From the process's start to its first question for an event, in milliseconds.
    double initMillis() {
        return millis(started, ready);
    }

    /// An invocation's time from the event to the answer, in milliseconds.
    double invokeMillis(String event) {
        Instant begin = clock.instant();
        return switch (invoke(event)) {
            case RuntimeApi.Outcome.Answer answer -> millis(begin, answer.at());
            case RuntimeApi.Outcome.Failure failure ->
                    throw new IllegalStateException(
                            "The function failed: " + failure + "\n" + output());
        };
    }

    private static double millis(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / 1e6;
    }

    /// The classes that were loaded so far, in order.
    List<String> classes() {
        try (Stream<String> lines = Files.lines(classLog)) {
            return lines.filter(line -> line.contains(" source: "))
                    .map(Deployed::className)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// A line is `[0.012s][info][class,load] java.lang.Object source: jrt:/java.base`.
    private static String className(String line) {
        return line.substring(line.lastIndexOf("] ") + 2, line.indexOf(" source: "));
    }

    /// What is resident in memory now, in MB.
    double residentMegabytes() {
        try (Stream<String> lines =
                Files.lines(Path.of("/proc", Long.toString(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    / 1024.0;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    String output() {
        try {
            return Files.readString(output);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
            Files.deleteIfExists(classLog);
            Files.deleteIfExists(output);
        } catch (IOException leftover) {
            throw new UncheckedIOException(leftover);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        api.close();
    }
}
