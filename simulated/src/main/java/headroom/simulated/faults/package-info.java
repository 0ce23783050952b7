/// What upsets a scenario from outside: calls that fail, answers that are lost, people who
/// interfere.
///
/// - A [headroom.simulated.faults.Fault] names a place, the call there that it strikes, for how
///   long, and what happens. It is text, so that a command can replay it.
/// - Faults are injected around the simulated services, at the SDK's own client interfaces and at
///   the state machine's own integrations. Neither the services nor Headroom know of them.
/// - What the SDK does below its interfaces is here too: a call takes time, and one that is
///   throttled is made again.
/// - Which errors an operation may answer with is read from the SDK, not retyped here.
/// - What this cannot show: errors that the services' models do not name.
@org.jspecify.annotations.NullMarked
package headroom.simulated.faults;
