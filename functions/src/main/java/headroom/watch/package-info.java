/// The level to the alarm's edge: parts of the round that compares what is with what should be.
///
/// - An alarm's message comes once and can be lost; an execution can be aborted. So a round finds
///   an alarm that stands and nobody answers, and a lease whose owner no longer runs.
/// - What is decided is a pure function of values, [headroom.watch.WatchDecision]; the workflow's
///   own watch looks and acts.
/// - It passes on what others leave on the lease for operators: late reports, answers, a stranger
///   on the requests' topic.
@org.jspecify.annotations.NullMarked
package headroom.watch;
