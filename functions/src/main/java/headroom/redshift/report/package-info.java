/// What operators are told at the end of a run for a cluster, and what is written on its lease
/// then.
///
/// - Each sentence rests on what was seen, and not on what was meant to be done.
/// - What has not changed is not said each hour: see [headroom.redshift.report.LeaseAtEnd].
/// - Composing one changes nothing, and looks at nothing but how full the disk is, without which it
///   can do; publishing is the state machine's part.
@org.jspecify.annotations.NullMarked
package headroom.redshift.report;
