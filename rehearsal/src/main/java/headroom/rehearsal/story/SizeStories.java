package headroom.rehearsal.story;

import static headroom.rehearsal.states.Execution.Status.FAILED;
import static headroom.rehearsal.states.Execution.Status.SUCCEEDED;

import headroom.rehearsal.aws.RedshiftDials;
import headroom.rehearsal.aws.SimulatedNodeType;
import headroom.rehearsal.stage.Scene;

import java.time.Duration;
import java.util.List;

/// Stories of how far a cluster can grow, and of what kind its resizes are.
final class SizeStories {
    private SizeStories() {}

    static List<Story> all() {
        return List.of(
                Story.of(
                                "a_small_node_type_has_one_elastic_step",
                                "Two nodes of ra3.xlplus double, and the source goes on writing as"
                                        + " much: the second alarm finds no elastic step.",
                                Scene.ORDINARY
                                        .withNodes(2)
                                        .with(
                                                RedshiftDials.ORDINARY
                                                        .with(SimulatedNodeType.RA3_XLPLUS)
                                                        .withSizes(2, 3, 4, 6, 8)),
                                stage ->
                                        stage.agenda()
                                                .after(Duration.ofHours(2), () -> stage.flood(20)),
                                new Ending(
                                        4,
                                        Stories.ALL_RUN,
                                        List.of(SUCCEEDED, FAILED),
                                        List.of(Stories.RESIZED, PlanStories.REFUSED)))
                        .lasting(Duration.ofHours(9)));
    }
}
