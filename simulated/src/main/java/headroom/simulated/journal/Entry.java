package headroom.simulated.journal;

import java.time.Instant;

/// @param at virtual time
/// @param name who or what: a state, a function, an AWS operation, a task
/// @param detail for people
/// @param by the name of the execution on whose behalf it happened; empty for everything else
public record Entry(Instant at, Kind kind, String name, String detail, String by) {}
