/// Redshift and DMS, CloudWatch with their metrics, and the people who change them beside Headroom.
///
/// - They are simulated at the SDK's own client interfaces. A call that is not modelled here fails
///   loudly.
/// - They are as nasty as the services are known to be: a search that finds nothing is an error, a
///   status is stale for one look after a change was accepted, an old resize stays on show. Where a
///   behaviour is not known for sure, both are modelled, and [RedshiftBehaviour] chooses.
/// - A test may set what they show, for what no scenario comes to: [SimulatedCluster#show], and
///   `shown` of a task.
/// - It knows the packages beside it, and nothing of Headroom.
/// - What this cannot show: AWS's own timings and the quirks that nobody has told of yet.
@org.jspecify.annotations.NullMarked
package headroom.simulated.redshift;
