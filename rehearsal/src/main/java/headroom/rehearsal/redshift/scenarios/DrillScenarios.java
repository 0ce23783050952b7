package headroom.rehearsal.redshift.scenarios;

import static headroom.rehearsal.redshift.scenarios.RedshiftScenario.scenario;
import static headroom.rehearsal.redshift.simulation.Setup.ORDINARY;
import static headroom.rehearsal.states.Execution.Status.ABORTED;
import static headroom.rehearsal.states.Execution.Status.FAILED;
import static headroom.rehearsal.states.Execution.Status.SUCCEEDED;

import headroom.redshift.ClusterNames;
import headroom.redshift.RedshiftSettings;
import headroom.rehearsal.redshift.simulation.RedshiftSimulation;
import headroom.rehearsal.redshift.simulation.Setup;
import headroom.rehearsal.scenario.Scenario;
import headroom.simulated.faults.Fault;
import headroom.simulated.journal.Kind;
import headroom.simulated.redshift.Intervention;
import headroom.simulated.redshift.RedshiftBehaviour.Quirk;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The scenarios of a drill.
public final class DrillScenarios {
    static final String ASK = "{\"drill\": true}";

    private static final Duration UPSET = Duration.ofDays(12);

    /// A disk that is half full, so that no run begins by itself, and drills of 24 node hours.
    static final Setup SCENE = withDrill(ORDINARY.withDisk(55), 24);

    private static final Setup CLASSIC =
            withDrill(
                    SCENE.withNodes(1)
                            .with(SCENE.policy().with(RedshiftSettings.CLASSIC_HOURS, 12)),
                    100);

    private static final Duration IN_MID_RESIZE = Duration.ofMinutes(35);

    private DrillScenarios() {}

    /// The drill of the ordinary scene.
    public static List<Scenario<RedshiftSimulation>> ordinary() {
        return List.of(all().getFirst().build());
    }

    static List<RedshiftScenario> all() {
        return Stream.of(measured(), refused(), failed(), aborted(), MeasureScenarios.all())
                .flatMap(List::stream)
                .toList();
    }

    private static List<RedshiftScenario> measured() {
        return List.of(
                drill("a_drill_measures_a_resize_on_a_copy")
                        .told(
                                "A person asks for a drill: a copy of the cluster is restored,"
                                        + " resized from four to eight nodes, and deleted."),
                drill("a_drill_measures_a_classic_resize")
                        .told("The cluster has one node, which only a classic resize makes two.")
                        .in(
                                CLASSIC.with(
                                        SCENE.redshift().withClassicResizeOf(Duration.ofHours(10))))
                        .nodes(1),
                drill("a_copy_that_comes_up_slowly_is_drilled_all_the_same")
                        .told(
                                "The copy is listed late, takes no tags at first, passes through a"
                                        + " status that is listed nowhere, and shows as available"
                                        + " before it can be resized.")
                        .in(
                                SCENE.with(
                                        Quirk.COPY_LISTED_LATE,
                                        Quirk.COPY_TAGGED_LATE,
                                        Quirk.COPY_IN_UNKNOWN_STATUS,
                                        Quirk.COPY_SHOWN_AVAILABLE_EARLY)),
                drill("a_copy_whose_data_follows_for_an_hour_is_resized_after_that")
                        .told(
                                "The copy shows as available, and takes no resize before all of its"
                                        + " data is there.")
                        .in(SCENE.with(Quirk.COPY_STREAMS)),
                scenario("the_watch_starts_the_drill_of_the_month")
                        .told("It is the day of the month that the settings name.")
                        .in(
                                SCENE.with(
                                        SCENE.policy()
                                                .with(RedshiftSettings.DRILL, Optional.of(22))))
                        .nodes(4)
                        .lasting(Duration.ofHours(30))
                        .reports(Subjects.MEASURED),
                drill("a_run_begins_during_a_drill")
                        .told("The disk fills while a copy is drilled: the run does not wait.")
                        .in(withDrill(ORDINARY, 24))
                        .nodes(8)
                        .runs(SUCCEEDED, SUCCEEDED)
                        .reports(Subjects.RESIZED, Subjects.MEASURED));
    }

    private static List<RedshiftScenario> refused() {
        return List.of(
                scenario("a_drill_finds_nothing_to_restore_from")
                        .told("No snapshot was taken within the last day.")
                        .in(SCENE)
                        .publishedAfter(Duration.ofHours(20), ASK)
                        .nodes(4)
                        .lasting(Duration.ofHours(21))
                        .reports(Subjects.DRILL_REFUSED),
                drill("a_drill_that_is_too_dear_is_refused")
                        .told("The settings allow it four node hours.")
                        .in(withDrill(SCENE, 4))
                        .reports(Subjects.DRILL_REFUSED),
                drill("a_drill_has_nothing_to_learn_from_a_second_one")
                        .told("Another drill is asked for two hours after the first.")
                        .publishedAfter(Duration.ofHours(2), ASK)
                        .lasting(Duration.ofHours(3))
                        .runs(SUCCEEDED, SUCCEEDED)
                        .reports(Subjects.MEASURED, Subjects.DRILL_REFUSED),
                scenario("a_drill_does_not_begin_beside_a_run")
                        .told("A drill is asked for while the cluster is resized.")
                        .in(withDrill(ORDINARY, 24))
                        .publishedAfter(IN_MID_RESIZE, ASK)
                        .runs(SUCCEEDED, SUCCEEDED)
                        .reports(Subjects.DRILL_REFUSED, Subjects.RESIZED),
                scenario("a_drill_leaves_a_cluster_of_somebody_elses_alone")
                        .told("A cluster of somebody else's bears the copy's name.")
                        .in(SCENE)
                        .begins(DrillScenarios::takeTheName)
                        .publishedAfter(Duration.ofMinutes(1), ASK)
                        .nodes(4)
                        .reports(Subjects.DRILL_REFUSED),
                drill("a_second_drill_is_declined")
                        .told("Another drill is asked for while one is at work.")
                        .publishedAfter(Duration.ofMinutes(10), ASK)
                        .runs(SUCCEEDED, SUCCEEDED)
                        .reports(
                                "Headroom: a drill was declined, as one is at work, analytics",
                                Subjects.MEASURED),
                drill("a_drill_is_answered_where_none_may_cost_anything")
                        .told("The settings name no node hours that a drill may use.")
                        .in(ORDINARY.withDisk(55))
                        .runs()
                        .lasting(Duration.ofMinutes(20))
                        .reports(Subjects.ANSWERED));
    }

    private static List<RedshiftScenario> failed() {
        return List.of(
                fails("a_drill_ends_when_the_copy_cannot_be_restored")
                        .told("The copy ends as incompatible-restore.")
                        .in(SCENE.with("copy.Restore#1:FAILS")),
                fails("a_drill_ends_when_no_nodes_are_there_for_a_copy")
                        .told("AWS lacks nodes of this type.")
                        .in(
                                SCENE.with(
                                        "redshift.RestoreFromClusterSnapshot#1:InsufficientClusterCapacityException")),
                fails("a_copy_that_is_guarded_less_than_the_cluster_is_deleted")
                        .told("The copy comes up encrypted with another key.")
                        .in(SCENE.with(Quirk.COPY_WITH_ANOTHER_KEY)),
                fails("a_drill_ends_when_the_resize_of_the_copy_is_refused")
                        .told("Redshift offers eight nodes, and refuses them.")
                        .in(SCENE.with(Quirk.RESIZE_REFUSED)),
                fails("a_drill_ends_when_the_resize_of_the_copy_fails_midway")
                        .told("The copy falls back to four nodes.")
                        .in(SCENE.with(Quirk.RESIZE_FAILS)),
                fails("a_drill_gives_up_at_its_ceiling")
                        .told(
                                "The copy takes ten times as long to come up, and is not deleted"
                                        + " before it has.")
                        .in(SCENE.with("copy.Restore#1:SLOW")),
                drill("a_dead_drill_is_recovered_while_redshift_does_not_answer")
                        .told(
                                "Redshift answers nobody for half an hour, so that the drill fails"
                                        + " and the watch cannot look for its copy.")
                        .in(SCENE.with("redshift.DescribeClusters#25x33:NO_CONNECTION"))
                        .runs(FAILED, SUCCEEDED)
                        .reports(Subjects.COPY_LEFT, Subjects.DRILL_RECOVERED),
                drill("a_copy_that_cannot_be_deleted_is_told_and_tried_again")
                        .told("Redshift answers no deletion for a while.")
                        .in(SCENE.with("redshift.DeleteCluster#1x9:SERVER_ERROR"))
                        .runs(FAILED, SUCCEEDED)
                        .reports(Subjects.COPY_LEFT, Subjects.DRILL_RECOVERED));
    }

    private static List<RedshiftScenario> aborted() {
        return List.of(
                aborts("before_its_copy_is_asked_for", "Restore copy"),
                aborts("while_its_copy_comes_up", "Wait for copy"),
                aborts("in_mid_resize_of_its_copy", "Wait for copy resize"),
                aborts("before_its_copy_is_deleted", "Delete copy"),
                aborts("while_its_copy_is_deleted", "Wait for deletion"),
                drill("a_copy_that_a_dead_drill_has_left_is_deleted_when_it_expires")
                        .told(
                                "A person aborts the drill and empties its lease: nothing but its"
                                        + " tags says whose the copy is.")
                        .after(Duration.ofMinutes(35), DrillScenarios::abortAndForget)
                        .runs(ABORTED, SUCCEEDED)
                        .lasting(Duration.ofHours(5))
                        .reports(Subjects.DRILL_RECOVERED));
    }

    private static RedshiftScenario fails(String name) {
        return drill(name).runs(FAILED).reports(Subjects.DRILL_FAILED);
    }

    private static RedshiftScenario aborts(String when, String state) {
        return drill("a_drill_is_aborted_" + when)
                .told("A person aborts the drill as it enters: " + state + ".")
                .in(SCENE.with("state." + state + "#1:ABORT"))
                .runs(ABORTED, SUCCEEDED)
                .reports(Subjects.DRILL_RECOVERED);
    }

    private static void abortAndForget(RedshiftSimulation simulation) {
        simulation.abortAll();
        simulation
                .journal()
                .note(Kind.PERSON, Intervention.FREE_LEASE.name(), "empties the lease of drills");
        simulation
                .dynamoDb()
                .edit(
                        new ClusterNames(simulation.settings().cluster()).drillLeaseKey(),
                        Map::clear);
    }

    private static void takeTheName(RedshiftSimulation simulation) {
        simulation
                .redshift()
                .copies()
                .put(
                        new ClusterNames(simulation.settings().cluster()).copy(),
                        Map.of("team", "another"));
    }

    /// With drills of so many node hours.
    static Setup withDrill(Setup setup, int nodeHours) {
        return setup.with(setup.policy().with(RedshiftSettings.DRILL_MAX_NODE_HOURS, nodeHours));
    }

    private static RedshiftScenario drill(String name) {
        return scenario(name).in(SCENE).published(ASK).nodes(4).reports(Subjects.MEASURED);
    }

    /// A drill that is upset by faults.
    public static Scenario<RedshiftSimulation> upset(List<Fault> faults) {
        return upset(SCENE.with(faults));
    }

    /// The same, and a cluster of somebody else's bears the copy's name.
    public static Scenario<RedshiftSimulation> upsetBesideForeign(Setup setup) {
        return upset(setup, DrillScenarios::takeTheName);
    }

    /// A setup that is upset by its faults, in which a drill is asked for.
    public static Scenario<RedshiftSimulation> upset(Setup setup) {
        return upset(setup, _ -> {});
    }

    private static Scenario<RedshiftSimulation> upset(
            Setup setup, Consumer<RedshiftSimulation> before) {
        return RedshiftScenario.open(
                "upset",
                setup.faults().isEmpty() ? "Nothing is upset." : "Upset by: " + setup.faults(),
                setup,
                simulation -> {
                    before.accept(simulation);
                    simulation.publish(ASK);
                },
                UPSET);
    }
}
