/// What grows, and how, when a resize becomes longer, tasks and clusters more.
///
/// - Counts are exact and judged: Step Functions ends an execution with too long a history.
/// - How long the rehearsal itself takes is a time of the machine. It is told as a multiple of the
///   smallest case, and not judged; it says nothing of AWS.
@org.jspecify.annotations.NullMarked
package headroom.benchmarks.scale;
