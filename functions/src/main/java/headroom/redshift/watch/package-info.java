/// The round that is made for a cluster every fifteen minutes: what any workflow's watch does, and
/// what a pause of replication needs.
///
/// - It starts a run for an alarm that nobody answers, and a recovery for what a run has left
///   behind. Nothing else depends on a message that arrives.
/// - It warns, once at each level, when a pause eats the time for which the source keeps its log.
/// - It warns, once, when a pause takes far longer than its plan expected.
/// - It looks at the tasks that were resumed lately, and puts back on the record what has broken
///   down. Of what breaks down again and again it tells, until that runs or is gone.
/// - It tells operators, once a day at most, that the disk is out of sight: the alarms on it ignore
///   missing data, so a metric that stopped would go unnoticed.
/// - It changes neither the cluster nor DMS.
@org.jspecify.annotations.NullMarked
package headroom.redshift.watch;
