/// Groups of Redis OSS or Valkey in ElastiCache that outgrow themselves: what their owner has
/// decided, how they are called, and the clients for them.
///
/// - Each package below answers for one thing; none of them is known to what workflows share, nor
///   to another workflow.
@org.jspecify.annotations.NullMarked
package headroom.elasticache;
