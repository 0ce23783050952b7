/// The States Language, as far as Headroom's state machine uses it, played on virtual time.
///
/// Everybody in the rehearsal may start a machine and listen to it; this package knows nobody but
/// the clock. What a task does is the caller's: see [Resource].
///
/// 1. A definition is checked whole before it runs, and every mistake is told at once. What the
///    interpreter does not implement is a mistake too, so nothing is ever silently skipped.
/// 2. A definition is immutable; a run keeps its own state. A retry spent in one visit is not spent
///    in the next, nor in another execution.
/// 3. An expression sees virtual time only, and nothing random: a scenario replays to the byte.
/// 4. The service's limits hold: payloads, history, the length of a wait. Whatever would end an
///    execution there ends it here, under the same error name.
///
/// Out of scope: JSONPath, Map, activities, callbacks by token, heartbeats, jitter, redrive.
@org.jspecify.annotations.NullMarked
package headroom.rehearsal.states;
