/// What all messages to operators share, whatever they are about.
///
/// - A message says what happened, what was changed, whether replication runs, what to do now, and
///   where to look, so that a person woken at night needs nothing else to begin.
/// - Each message has two forms, made of the same parts: the text, and a card for chats.
/// - The texts are a workflow's own.
@org.jspecify.annotations.NullMarked
package headroom.report;
