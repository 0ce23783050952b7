/// What starts a run: a notification of the alarm, or a message that somebody published.
///
/// - An alarm starts a run when it goes to ALARM, and only if it watches our cluster.
/// - Whatever else arrives was published by hand and starts a run at once, whatever its content.
/// - One alarm transition, or one publication, starts one execution, however often it is delivered:
///   its name and input are derived from the message alone, and Step Functions refuses the second.
@org.jspecify.annotations.NullMarked
package headroom.trigger;
