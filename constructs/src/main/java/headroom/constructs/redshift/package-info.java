/// The stack that looks after one Redshift cluster.
///
/// - One stack for each cluster, named after it; stacks share nothing.
/// - [headroom.constructs.redshift.StepRights] is the one table of who may do what.
/// - An idle stack stays within the free tiers of its services.
@org.jspecify.annotations.NullMarked
package headroom.constructs.redshift;
