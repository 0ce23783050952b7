/// The lease of a resource: one item that is the lock of its runs and holds what they have to leave
/// behind.
///
/// - Runs take and release it by the state machine's own updates, each on the condition that it is
///   theirs. Here it is read, and notes are written beside the lock.
/// - What a workflow keeps on the same item is read by that workflow.
@org.jspecify.annotations.NullMarked
package headroom.lease;
