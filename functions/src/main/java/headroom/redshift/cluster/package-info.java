/// The Redshift cluster: what it looks like, its snapshots, its resize.
///
/// - An act is done once: called again, it finds its own snapshot or resize and says so.
/// - A resize has succeeded when Redshift says so for our target, the cluster takes writes, and it
///   has the planned number of nodes. Each of the three alone has been seen to lie.
/// - No snapshot is deleted but the pre-copy of the run that asks.
/// - Nothing begins beside a snapshot in flight.
/// - A status that is not known here is not safe.
@org.jspecify.annotations.NullMarked
package headroom.redshift.cluster;
