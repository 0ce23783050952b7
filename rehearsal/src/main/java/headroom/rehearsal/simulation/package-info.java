/// Headroom as it is deployed for one resource, as far as every workflow is: the account's time,
/// table and topics, the state machine with its functions, the trigger, the watch.
///
/// - The handlers and the state machine are the real ones, and the workflow brings them; only AWS
///   below them is simulated.
/// - Nothing here knows how a scenario goes on or how it has to end.
@org.jspecify.annotations.NullMarked
package headroom.rehearsal.simulation;
