/// Headroom as it is deployed for one cluster, with everything around it that a scenario begins
/// with.
///
/// - The handlers and the state machine are the real ones; only AWS below them is simulated.
/// - Nothing here knows how a scenario goes on or how it has to end.
@org.jspecify.annotations.NullMarked
package headroom.rehearsal.simulation;
