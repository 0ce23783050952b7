/// Whether a step has helped: the same figures as the plan's, before and after.
@org.jspecify.annotations.NullMarked
package headroom.elasticache.effect;
