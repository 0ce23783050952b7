package headroom.rehearsal.story;

import static headroom.rehearsal.states.Execution.Status.SUCCEEDED;

import headroom.Policy;
import headroom.rehearsal.aws.RedshiftDials;
import headroom.rehearsal.aws.RedshiftDials.Trouble;
import headroom.rehearsal.aws.SimulatedNodeType;
import headroom.rehearsal.stage.Scene;
import headroom.rehearsal.stage.Stage;

import java.time.Duration;
import java.util.List;

/// Stories of how far a cluster can grow, and of what kind its resizes are.
final class SizeStories {
    private static final Ending CLASSIC =
            new Ending(
                    8,
                    Stories.ALL_RUN,
                    List.of(SUCCEEDED),
                    List.of(PlanStories.ANNOUNCED, Stories.RESIZED));

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
                                        List.of(SUCCEEDED, SUCCEEDED),
                                        List.of(Stories.RESIZED, PlanStories.REFUSED)))
                        .lasting(Duration.ofHours(9)),
                Story.of(
                        "a_classic_resize_of_ra3_takes_writes_and_replication_waits_all_the_same",
                        "Four nodes of ra3.xlplus have doubled before. The cluster takes writes"
                                + " while a classic resize migrates its data.",
                        grown(SimulatedNodeType.RA3_XLPLUS).with(Trouble.MIGRATION_SHOWN_AVAILABLE),
                        SizeStories::untouched,
                        CLASSIC),
                Story.of(
                        "a_classic_resize_of_dc2_is_read_only_until_it_is_done",
                        "Four nodes of dc2.large have doubled before.",
                        grown(SimulatedNodeType.DC2_LARGE),
                        SizeStories::untouched,
                        CLASSIC),
                Story.of(
                        "a_full_disk_is_left_to_a_person",
                        "The disk is full, so that Redshift takes no snapshot. After an hour a"
                                + " person resizes the cluster in the console.",
                        Scene.ORDINARY.withDisk(100).with("minute#60:RESIZE_CLUSTER"),
                        SizeStories::untouched,
                        new Ending(
                                16,
                                Stories.ALL_RUN,
                                List.of(SUCCEEDED, SUCCEEDED),
                                List.of(
                                        "Headroom (disk 100 %): analytics was NOT resized: refused"
                                                + " by plan"))));
    }

    private static Scene grown(SimulatedNodeType type) {
        return Scene.ORDINARY
                .with(Policy.upTo(16).withClassic(Duration.ofHours(30)))
                .withSourceLog(72)
                .with(RedshiftDials.ORDINARY.with(type).withOriginal(2));
    }

    private static void untouched(Stage stage) {
        // The disk fills by itself, and the alarm does the rest.
    }
}
