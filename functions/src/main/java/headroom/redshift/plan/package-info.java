/// Decides, before anything is touched, whether the whole change can be done.
///
/// - Three steps in three places: [headroom.redshift.plan.PlanResize] looks,
///   [headroom.redshift.plan.Decision] decides from values alone, the state machine acts on the
///   [headroom.redshift.plan.Plan].
/// - No other part decides whether the cluster is resized, or to what size. That a run begins, that
///   it goes on, and that tasks come back are decided elsewhere: by the trigger, the state machine
///   and the watch.
@org.jspecify.annotations.NullMarked
package headroom.redshift.plan;
