package headroom.redshift.drill;

import headroom.run.Cause;

/// The input of a drill. Holds nothing that differs between two deliveries of one message.
///
/// @param dryRun plan and report, and change nothing
/// @param origin what asked for it, for people
public record DrillRequest(Cause cause, boolean dryRun, String origin) {}
