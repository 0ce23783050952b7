/// How long writers stand still for a resize, and what it costs to find out that it is done.
///
/// - Thousands of resizes with drawn durations, the same in each run of the benchmark.
/// - Headroom is played, as [headroom.benchmarks.resize] says. What it is compared with are models:
///   [headroom.benchmarks.pause.Original], a published Python function that does the same in one
///   Lambda and can leave replication stopped; its code is not here, and it could not be driven by
///   simulated services; and [headroom.benchmarks.pause.Oracle], which nobody can build. Both are
///   given every advantage that they might have.
/// - What this cannot show: how long AWS takes, and how it spreads.
@org.jspecify.annotations.NullMarked
package headroom.benchmarks.pause;
