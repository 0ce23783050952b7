/// The CDK app: a stack for each cluster and each replication group that is configured.
///
/// - [headroom.infra.HeadroomApp] is the way in. [headroom.configuration] reads the settings, and
///   [headroom.constructs] says what a stack consists of.
/// - One stack for each resource, named after it; stacks share nothing.
@org.jspecify.annotations.NullMarked
package headroom.infra;
