package headroom.redshift.report;

import headroom.redshift.plan.Precopy;

import java.util.Optional;

/// What a run has seen of what it, or the one before it, has done.
///
/// @param tasksStood whether recorded tasks were found not running when they were to be started
/// @param resizeAsked whether the run came to the resize: all tasks stopped, a snapshot taken;
///   empty if the lease, which has it, could not be read
/// @param nodes how many the cluster was last seen with; empty if nobody looked
public record Seen(
        boolean tasksStood,
        Optional<Boolean> resizeAsked,
        Optional<Integer> nodes,
        Precopy precopy) {}
