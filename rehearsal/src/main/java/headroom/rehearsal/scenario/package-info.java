/// Scenarios: a setup, what happens in it, and how it has to end.
///
/// - A scenario is told on a [headroom.rehearsal.scenario.Simulation]: the deployed system over
///   simulated AWS.
/// - Its transcript is committed text; the build compares, so a change of behaviour shows as a
///   change of text.
@org.jspecify.annotations.NullMarked
package headroom.rehearsal.scenario;
