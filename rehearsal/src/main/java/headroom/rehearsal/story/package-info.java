/// Stories: a scene, what happens in it, and how it has to end.
///
/// - A story is told on a [headroom.rehearsal.story.Stage]: the deployed system over simulated AWS.
/// - Its transcript is committed text; the build compares, so a change of behaviour shows as a
///   change of text.
@org.jspecify.annotations.NullMarked
package headroom.rehearsal.story;
