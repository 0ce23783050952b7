/// The replication group: as ElastiCache shows it, and what is asked of it.
///
/// - "Available" is never enough: a group is settled when each shard and each member is, and a look
///   right after an accepted change may still show what was before.
/// - Identifiers are taken from what ElastiCache answers, and never made: they have gaps.
@org.jspecify.annotations.NullMarked
package headroom.elasticache.group;
