/// The CDK app: what is deployed for each cluster and each replication group.
///
/// - [headroom.infra.HeadroomApp] is the way in. [headroom.configuration] reads the settings,
///   [headroom.infra.redshift] says what a Redshift cluster's stack consists of and what each of
///   its functions may do, [headroom.infra.elasticache] says it of a replication group's, and
///   [headroom.infra.workflow] holds what any workflow of this shape needs.
/// - Names of handlers come from their classes and names of environment variables from each
///   workflow's `Settings`; nothing is typed a second time.
/// - No ARN holds a partition, a region or an account: one template fits them all.
@org.jspecify.annotations.NullMarked
package headroom.infra;
