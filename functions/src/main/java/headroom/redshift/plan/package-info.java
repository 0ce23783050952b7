/// Decides, before anything is touched, whether the whole change can be done.
///
/// - Three steps in three places: [headroom.redshift.plan.PlanResize] looks,
///   [headroom.redshift.plan.Decision] decides from values alone, the state machine acts on the
///   [headroom.redshift.plan.Plan].
/// - No other part of Headroom decides anything.
@org.jspecify.annotations.NullMarked
package headroom.redshift.plan;
