/// The construct library: what looks after a cluster or a replication group, for any CDK app.
///
/// - [headroom.constructs.redshift.RedshiftHeadroom] and
///   [headroom.constructs.elasticache.ElastiCacheHeadroom] are the way in. They go into any stack,
///   several into one, and know neither the app nor the process's folder: the jars of the functions
///   and the definitions lie beside the classes.
/// - Their settings are those of [headroom.configuration], with its names, defaults, bounds and
///   complaints; nothing is typed a second time.
/// - [headroom.constructs.redshift] says what a cluster's installation consists of and what each of
///   its functions may do, [headroom.constructs.elasticache] says it of a replication group's, and
///   [headroom.constructs.workflow] holds what any workflow of this shape needs.
/// - Names of handlers come from their classes and names of environment variables from each
///   workflow's `Settings`.
/// - No ARN holds a partition, a region or an account but those of the stack.
@org.jspecify.annotations.NullMarked
package headroom.constructs;
