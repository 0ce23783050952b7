/// Redshift clusters that are fed by DMS and run out of disk: what their owner has decided, how
/// they are called, and the clients for them.
///
/// - Each package below answers for one thing; none of them is known to what workflows share, nor
///   to another workflow.
@org.jspecify.annotations.NullMarked
package headroom.redshift;
