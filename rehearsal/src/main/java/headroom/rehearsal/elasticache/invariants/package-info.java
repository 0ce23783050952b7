/// What must hold in the scenarios of caches.
@org.jspecify.annotations.NullMarked
package headroom.rehearsal.elasticache.invariants;
