/// The command `./capacity`: what a group of caches carries, by figures that a person hands in.
///
/// - It reads a file whole or not at all: everything that is wrong is said at once.
/// - A figure that is missing is unknown, and never low.
/// - It computes nothing itself: what a group carries is for [headroom.elasticache.plan.Outlook] to
///   say, and what is wrong with it for [headroom.elasticache.diagnosis].
@org.jspecify.annotations.NullMarked
package headroom.command.capacity;
