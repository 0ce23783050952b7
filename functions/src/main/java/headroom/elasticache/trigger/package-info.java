/// What starts a run for a group: an alarm on its shards, or a person. See
/// [headroom.elasticache.trigger.Reactions] for what comes of which message.
///
/// - An alarm starts a run when it goes to ALARM, and only if it is one of the stack's own, or
///   watches our group by name. CloudWatch may tell of one change several times, and in several
///   forms; the lease lets one of them act.
/// - A person may name the step, or ask for the plan alone. What is not understood, to the last
///   field, plans only.
@org.jspecify.annotations.NullMarked
package headroom.elasticache.trigger;
