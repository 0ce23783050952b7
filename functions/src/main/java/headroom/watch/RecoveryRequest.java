package headroom.watch;

import headroom.run.Cause;

/// The request for a recovery, as the state machine takes it, from whoever asks for one.
///
/// @param deadOwner the ARN of the execution that ended with the lease, or anything else where
///   nobody holds it
/// @param settled whether no function of the dead owner can be at work any more
public record RecoveryRequest(Cause cause, String origin, String deadOwner, boolean settled) {
    /// Stands for the owner of a lease that nobody holds.
    public static final String NOBODY = "nobody";
}
