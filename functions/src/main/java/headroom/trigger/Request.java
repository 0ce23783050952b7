package headroom.trigger;

/// The input of an execution. Holds nothing that differs between two deliveries of one message,
/// since Step Functions takes the same name with another input for an error.
///
/// @param dryRun plan and report, and change nothing
/// @param critical the disk is said to be at its critical level, so that what was put off for a
///   person or a window is not put off any more
/// @param origin what asked for the run, for people
public record Request(Cause cause, boolean dryRun, boolean critical, String origin) {}
