/// One resize whose durations are given, and what Headroom makes of it.
///
/// - [headroom.benchmarks.resize.Rehearsed] is no model: the deployed definition and the real
///   handlers play the resize over simulated AWS, and every invariant of the rehearsal is watched.
/// - What it measures is virtual time and counts, so it is the same on every machine.
@org.jspecify.annotations.NullMarked
package headroom.benchmarks.resize;
