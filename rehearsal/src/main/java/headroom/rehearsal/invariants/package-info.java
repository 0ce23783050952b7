/// What must never happen, whatever else does: what an invariant is, their check after every event
/// of every scenario, and those that hold for every workflow.
///
/// Each is a class with the reason why it matters, and sees the same journal and the same
/// simulation as the others. None of them looks into Headroom's own memory of what it did. They
/// judge Headroom, not the people beside it: where a person's deed cannot be told from Headroom's,
/// or cannot be seen in time, the class says so.
@org.jspecify.annotations.NullMarked
package headroom.rehearsal.invariants;
