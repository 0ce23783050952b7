/// What starts a run for a cluster: its disk's alarm, or a person. See
/// [headroom.redshift.trigger.Reactions] for what comes of which message.
///
/// - An alarm starts a run when it goes to ALARM, and only if it watches our cluster's disk, or is
///   a composite one that our alarm has put there.
/// - A person may name the size, ask for the plan alone, or have tasks forgotten. What is not
///   understood, to the last field, plans only.
@org.jspecify.annotations.NullMarked
package headroom.redshift.trigger;
