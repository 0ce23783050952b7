/// ElastiCache with one replication group among other people's clusters, CloudWatch with what its
/// nodes measure, what else is asked before a step, and the people who change the group beside
/// Headroom.
///
/// - They are simulated at the SDK's own client interfaces. A call that is not modelled here fails
///   loudly.
/// - They are as nasty as the services are known to be: a look right after an accepted change shows
///   what was before, a group is available before its nodes are, one error stands for "busy" and
///   for "nothing to do", figures come late and with gaps. Where a behaviour is not known for sure,
///   both are modelled, and [CacheBehaviour] and [FigureHabits] choose.
/// - It knows the packages beside it, and nothing of Headroom.
/// - What this cannot show: AWS's own timings, which slots it moves, and the quirks that nobody has
///   told of yet.
@org.jspecify.annotations.NullMarked
package headroom.simulated.elasticache;
