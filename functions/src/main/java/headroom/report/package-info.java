/// What operators are told at the end of a run.
///
/// - A report says what happened, what was changed, whether replication runs, what to do now, and
///   where to look, so that a person woken at night needs nothing else to begin.
/// - Composing one calls no service and changes nothing; publishing is the state machine's part.
@org.jspecify.annotations.NullMarked
package headroom.report;
