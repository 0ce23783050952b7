/// Scenarios: what one begins with, what happens in it, and how it has to end.
///
/// - A scenario runs on a [headroom.rehearsal.simulation.Simulation]: the deployed system over
///   simulated AWS.
/// - Its transcript is committed text; the build compares, so a change of behaviour shows as a
///   change of text.
/// - The scenarios themselves stand with their workflow. Nothing here knows one.
@org.jspecify.annotations.NullMarked
package headroom.rehearsal.scenario;
