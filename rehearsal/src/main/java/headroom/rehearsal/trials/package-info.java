/// Very many runs of a scenario, to find the one that nobody thought of.
///
/// - Each trial is a workflow's ordinary scenario with faults. A fault is text, so a command
///   replays it.
/// - What a trial is judged by are the invariants alone: nobody can know how it has to end.
/// - The same command runs the same trials, in the same order, to the byte. Trials may run on
///   several threads; a single one never does.
/// - What this cannot show: that there is no fault which the trials do not have.
@org.jspecify.annotations.NullMarked
package headroom.rehearsal.trials;
