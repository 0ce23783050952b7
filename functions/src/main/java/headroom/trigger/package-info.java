/// What starts a run: our own alarm, or a person. See [headroom.redshift.trigger.Reaction] for what
/// comes of which message.
///
/// - An alarm starts a run when it goes to ALARM, and only if it watches our cluster's disk, or is
///   a composite one that our alarm has put there.
/// - What a service of AWS writes starts nothing, and operators hear of it.
/// - A person's plain text or empty message starts a run at once, unless it says no or speaks of a
///   plan. JSON is read with care: what is not understood, to the last field, plans only.
/// - One alarm transition, or one publication, starts one execution, however often it is delivered:
///   its name and input are derived from the message alone, and Step Functions refuses the second.
@org.jspecify.annotations.NullMarked
package headroom.trigger;
