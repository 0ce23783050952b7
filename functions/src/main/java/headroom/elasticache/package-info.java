/// The place of a second workflow: groups of Redis OSS or Valkey in ElastiCache.
///
/// - It will depend on what workflows share, and never on another workflow.
@org.jspecify.annotations.NullMarked
package headroom.elasticache;
