package headroom.benchmarks;

import software.amazon.awssdk.core.util.VersionInfo;

import java.time.Clock;
import java.time.LocalDate;

/// What a result depends on beside the code.
record BenchmarkEnvironment(LocalDate date, String jdk, String sdk, String system, int cores) {
    static BenchmarkEnvironment of(Clock clock) {
        return new BenchmarkEnvironment(
                LocalDate.now(clock),
                Runtime.version().toString(),
                VersionInfo.SDK_VERSION,
                System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors());
    }

    String sentence(String command) {
        return "%s, on %s with JDK %s, AWS SDK %s, %s and %d cores."
                .formatted("`" + command + "`", date, jdk, sdk, system, cores);
    }
}
