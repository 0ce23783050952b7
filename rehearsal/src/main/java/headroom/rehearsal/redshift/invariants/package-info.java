/// What must never happen where a cluster is resized: see [headroom.rehearsal.invariants]. They are
/// numbered S1 to S18, those of the engine among them, and [RedshiftInvariants] lists them all.
@org.jspecify.annotations.NullMarked
package headroom.rehearsal.redshift.invariants;
