/// The record of what a run has stopped, as far as a person may change it.
///
/// - Nothing is taken off the record but by a person's message that names it.
/// - What is taken off is written down beside it, with who asked, until the lease is free.
/// - The state machine reads and writes the record, on the condition that nobody else has changed
///   it; here it is decided what to write.
@org.jspecify.annotations.NullMarked
package headroom.lease;
