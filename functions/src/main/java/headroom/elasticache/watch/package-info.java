/// What to do about a group that needs a run and has none, or a run that died in the midst of a
/// change.
///
/// - It looks at each node's own figures: whether an alarm over the shards' series sees the hottest
///   node is not certain.
/// - A figure that is missing is no need, and its absence is told of.
@org.jspecify.annotations.NullMarked
package headroom.elasticache.watch;
