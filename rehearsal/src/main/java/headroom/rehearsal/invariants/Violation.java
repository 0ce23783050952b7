package headroom.rehearsal.invariants;

import java.time.Instant;

/// @param at when it was seen, in virtual time
/// @param invariant the name of its class
/// @param what is wrong, as a sentence
public record Violation(Instant at, String invariant, String what) {}
