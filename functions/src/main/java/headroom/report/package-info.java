/// What operators are told at the end of a run.
///
/// - A report says what happened, what was changed, whether replication runs, what to do now, and
///   where to look, so that a person woken at night needs nothing else to begin.
/// - Each sentence rests on what was seen, and not on what was meant to be done.
/// - What has not changed is not said each hour: see [headroom.report.Told].
/// - All messages to operators, those of other packages too, have the parts of
///   [headroom.report.Mail].
/// - Composing one changes nothing, and looks at nothing but how full the disk is, without which it
///   can do; publishing is the state machine's part.
@org.jspecify.annotations.NullMarked
package headroom.report;
