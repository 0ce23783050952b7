/// The stack that looks after one replication group of ElastiCache.
///
/// - One stack for each group, named after it; stacks share nothing.
/// - [headroom.constructs.elasticache.StepRights] is the one table of who may do what. The ceilings
///   of the settings stand in the rights as well, so that no fault of a function's can pass them.
/// - Where a partition may lack alarms that cover shards to come, the watch does without them.
@org.jspecify.annotations.NullMarked
package headroom.constructs.elasticache;
