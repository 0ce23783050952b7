/// The drill: how long a resize really takes, measured on a restored copy of the cluster.
///
/// - The copy is named after the cluster, carries our tags, and is deleted, whatever happens. What
///   does not carry both is not ours, and is left alone.
/// - Nothing here changes the cluster itself, and no right of these functions names it.
/// - The copy is guarded as the cluster is: the same network, the same encryption, no way in that
///   the cluster lacks. One that is not is deleted, and not used.
/// - What it may cost is decided before, in node hours. At that bound it is given up.
/// - What would be resized is the plan's own decision, by [headroom.redshift.plan.NextResize].
@org.jspecify.annotations.NullMarked
package headroom.redshift.drill;
