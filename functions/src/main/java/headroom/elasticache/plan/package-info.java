/// Decides, before anything is touched, which one step a group takes, if any.
///
/// - Three steps in three places: `PlanScaling` looks, `Decision` decides from values alone, the
///   state machine acts on the [headroom.elasticache.plan.Plan].
/// - One bounded step a run, with absolute targets, so that a repetition never doubles it. Never
///   smaller, never above a ceiling.
@org.jspecify.annotations.NullMarked
package headroom.elasticache.plan;
