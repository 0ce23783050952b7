/// What a benchmark is, and what it finds: tables for people, and figures that are judged by
/// targets.
///
/// - It knows no benchmark; each is a package beside it.
@org.jspecify.annotations.NullMarked
package headroom.benchmarks.findings;
