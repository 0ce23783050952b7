/// How commands speak to a terminal: colours, progress, and what they say when they are stopped.
///
/// - Where nobody sits at a terminal, nothing is written that a file should not have: no colour, no
///   other control character.
/// - Which streams are a terminal is for the launcher to say, since a JVM cannot tell them apart.
/// - Nothing here knows what is told.
@org.jspecify.annotations.NullMarked
package headroom.terminal;
