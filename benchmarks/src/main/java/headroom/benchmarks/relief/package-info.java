/// Whether what is wrong with a cache is told rightly, what is bought for it, and how soon it is
/// over.
///
/// - A story is drawn from its cause: who knows the cause need not guess it. Nothing of a story is
///   made of the limits of [headroom.elasticache.diagnosis].
/// - Headroom is played, by the deployed definition and the real handlers. Application Auto Scaling
///   is a model of what its documentation says. The oracle knows the cause, and what the load will
///   be.
/// - What it measures is virtual time and counts, so it is the same on every machine.
@org.jspecify.annotations.NullMarked
package headroom.benchmarks.relief;
