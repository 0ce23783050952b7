/// One cluster's installation, looked at and acted upon from outside, with the caller's own
/// credentials.
///
/// - Everything is found from the stack, whose name follows from the cluster's. Without it nothing
///   is asked of anything else.
/// - It looks before it acts, and acts only as a person would by hand: starts an execution,
///   publishes a message, switches alarms and a rule. It never writes to the lease and never
///   touches DMS or Redshift.
/// - Each act is told with what comes of it, and when.
@org.jspecify.annotations.NullMarked
package headroom.command.cluster;
