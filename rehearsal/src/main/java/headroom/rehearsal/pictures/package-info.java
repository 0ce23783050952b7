/// Pictures of runs: what happened in a scenario over its time, as a page or as an SVG by itself.
///
/// - A picture shows no more than the transcript and what there is to see of the simulation
///   ([headroom.rehearsal.simulation.Glance]); it judges nothing.
/// - A page needs no script and no network, and each line of the transcript is one row of its table
///   and stands in one mark's title.
/// - Nothing here knows a workflow.
@org.jspecify.annotations.NullMarked
package headroom.rehearsal.pictures;
