/// What a run costs in time, measured by command: `./benchmark`.
///
/// - A benchmark judges itself: it has targets, and a missed one is its exit status. A target is a
///   count, a share or a ratio; times of the machine are told, never judged.
/// - What it found is text, and `results.md` keeps the last one. Whatever is not a time of the
///   machine is the same to the byte each time.
/// - The build compiles and tests benchmarks, and runs none of them at length.
@org.jspecify.annotations.NullMarked
package headroom.benchmarks;
