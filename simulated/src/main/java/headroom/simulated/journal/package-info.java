/// What happened in a scenario, in order. Everybody writes; transcripts and invariants read.
@org.jspecify.annotations.NullMarked
package headroom.simulated.journal;
