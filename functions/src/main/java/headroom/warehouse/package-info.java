/// The Redshift cluster: what it looks like, its snapshot, its resize.
///
/// - An act is done once: called again, it finds its own snapshot or resize and says so.
/// - A resize has succeeded when Redshift says so for our target, the cluster takes writes, and it
///   has the planned number of nodes. Each of the three alone has been seen to lie.
/// - A status that is not known here is not safe.
@org.jspecify.annotations.NullMarked
package headroom.warehouse;
