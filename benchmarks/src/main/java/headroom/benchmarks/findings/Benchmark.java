package headroom.benchmarks.findings;

import headroom.terminal.Progress;

/// Something that is measured by command.
public interface Benchmark {
    /// What a user types, and the heading of its section in `results.md`.
    String name();

    /// What it measures, in a sentence for the usage.
    String told();

    /// Measures, for up to some minutes.
    ///
    /// @param progress is told of what is done
    Findings run(Progress progress);

    /// Measures, and tells nobody how far it is.
    default Findings run() {
        return run(Progress.silent());
    }
}
