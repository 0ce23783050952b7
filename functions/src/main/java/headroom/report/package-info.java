/// What all messages to operators share, whatever they are about.
///
/// - A message says what happened, what was changed, whether replication runs, what to do now, and
///   where to look, so that a person woken at night needs nothing else to begin.
/// - The texts are a workflow's own.
@org.jspecify.annotations.NullMarked
package headroom.report;
