/// Random setups of the caches' scenarios, for [headroom.rehearsal.trials].
@org.jspecify.annotations.NullMarked
package headroom.rehearsal.elasticache.trials;
