/// ElastiCache and CloudWatch in front of real servers: what ElastiCache does to nodes is done to
/// processes, and what CloudWatch knows of nodes is what the processes say of themselves.
///
/// - The group's records, such as names and statuses, are kept here; slots and roles are asked of
///   the servers each time.
/// - A change is carried out by a thread of its own, one at a time, as the service does it.
@org.jspecify.annotations.NullMarked
package headroom.stress.elasticache;
