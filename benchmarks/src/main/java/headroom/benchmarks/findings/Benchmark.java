package headroom.benchmarks.findings;

/// Something that is measured by command.
public interface Benchmark {
    /// What a user types, and the heading of its section in `results.md`.
    String name();

    /// What it measures, in a sentence for the usage.
    String told();

    /// Measures, for up to some minutes.
    Findings run();
}
