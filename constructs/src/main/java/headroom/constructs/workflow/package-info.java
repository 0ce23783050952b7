/// What any workflow of this shape is made of, whatever it changes: an artifact, functions, a
/// lease, topics, a trigger and the state machine.
///
/// - It knows no workflow: what differs is handed in.
/// - A function has a role of its own, and may do what its row in the workflow's table says; the
///   state machine may invoke its functions, touch its one lease and publish its reports.
/// - Nothing that could be lost is: what the trigger, the watch or a mailbox cannot take waits in a
///   queue.
@org.jspecify.annotations.NullMarked
package headroom.constructs.workflow;
